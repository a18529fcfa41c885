import { inLetter, languageOf, type LetterLanguage } from './letters';
import type { PartnerRequest } from './partner-places';
import { plainLine, plainProse, shownName } from './visible-text';

/** What a mail to a partner is about. */
export type PartnerMailKind = 'approved' | 'needs_info' | 'rejected' | 'message';

/** What the mail says around an admin's words. `place` and `contact` come ready to stand in a sentence. */
interface Frame {
  readonly subjects: Readonly<Record<PartnerMailKind, (place: string) => string>>;
  /** Stands for the message of an approval that has none. */
  readonly approval: (place: string, contact: string) => string;
  readonly footer: (place: string, id: string, code: string) => readonly string[];
}

const FRAMES: Readonly<Record<LetterLanguage, Frame>> = {
  en: {
    subjects: {
      approved: (place) => `Your request for “${place}” has been approved`,
      needs_info: (place) => `Your request for “${place}” needs a few more details`,
      rejected: (place) => `Your request for “${place}” could not be accepted`,
      message: (place) => `Your request for “${place}” has a new message`,
    },
    approval: (place, contact) => `Dear ${contact},\n\nYour request for “${place}” has been approved. Welcome to Moien Delivery!`,
    footer: (place, id, code) => [`Moien Delivery, about your request for “${place}”.`, `To answer, or to correct the request: number ${id}, code ${code}`],
  },
  ar: {
    subjects: {
      approved: (place) => `قُبل طلبكم بشأن «${place}»`,
      needs_info: (place) => `نحتاج إلى تفاصيل إضافية عن طلبكم بشأن «${place}»`,
      rejected: (place) => `تعذّر قبول طلبكم بشأن «${place}»`,
      message: (place) => `رسالة جديدة عن طلبكم بشأن «${place}»`,
    },
    approval: (place, contact) => `السيد/السيدة ${contact}،\n\nقُبل طلبكم بشأن «${place}». أهلًا بكم في «موين ديليفري»!`,
    // A left-to-right mark before each keeps its parts in order. It is no isolate: that would be copied together with the code.
    footer: (place, id, code) => [`موين ديليفري، عن طلبكم بشأن «${place}».`, 'للرد أو لتصحيح الطلب:', `الرقم: \u200E${id}`, `الرمز: \u200E${code}`],
  },
};

/**
 * A mail to a partner: the admin's message as it was written, and below it how to answer, in the same language. What an admin
 * previews is what the partner gets.
 *
 * @param message absent for an approval that says no more than that: it is in the language of the names.
 * @param code the partner's proof, which no admin sees.
 */
export function partnerMail(
  { id, placeName, contactName, email }: Pick<PartnerRequest, 'id' | 'placeName' | 'contactName' | 'email'>,
  kind: PartnerMailKind,
  message: string | undefined,
  code: string,
): { readonly subject: string; readonly body: string } {
  const language = languageOf(message ?? `${placeName} ${contactName}`);
  const { subjects, approval, footer } = FRAMES[language];
  const place = inLetter(plainLine(shownName(placeName, email)), language);
  const text = message ?? approval(place, inLetter(plainLine(shownName(contactName, email)), language));
  return { subject: subjects[kind](place), body: [plainProse(text), '', '-- ', ...footer(place, id, code)].join('\n') };
}
