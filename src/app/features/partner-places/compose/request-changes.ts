import { inject, Service } from '@angular/core';
import type { PartnerRequest } from '#contract/partner-places';
import { Formats } from '../../../core/i18n/formats';
import { Texts } from '../../../core/i18n/texts';
import { type Cell, type Change, changesBetween } from '../../../ui/seen';

/** In what two states of a partner request differ, in words alone. */
@Service()
export class RequestChanges {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  between(before: PartnerRequest, now: PartnerRequest): readonly Change[] {
    return changesBetween(this.cells(before), this.cells(now));
  }

  private cells(request: PartnerRequest): readonly Cell[] {
    const { placeName, contactName, email, phone, address, city, countryCode, cuisine, note, messages, status } = request;
    return [
      ['partnerPlaces.detail.place', placeName],
      ['partnerPlaces.detail.contact', [contactName, email, phone].join(' · ')],
      ['partnerPlaces.detail.address', [address, city, this.formats.country(countryCode) ?? countryCode].join(' · ')],
      ['partnerPlaces.detail.cuisine', cuisine ?? ''],
      ['partnerPlaces.detail.note', note ?? ''],
      ['partnerPlaces.thread.title', this.formats.number(messages.length)],
      ['partnerPlaces.detail.status', this.texts.get(`partnerPlaces.status.${status}`)],
    ];
  }
}
