import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { Overview } from '#contract/overview';
import { PARTNER_REQUEST_STATUSES, PartnerRequestsSummary } from '#contract/partner-places';
import type { AdminApi } from '../../tools/admin-api';

/** A figure of the page, digits alone. */
async function figure(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replaceAll(/\D/gu, '');
}

/** A chart's table, as rows of texts: it is there whether or not it is the chart that shows. */
function tableOf(page: Page, heading: string): Promise<string[][]> {
  return page
    .getByRole('region', { name: heading })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim())));
}

export async function overviewOf(api: AdminApi): Promise<Overview> {
  return v.parse(Overview, await api.request('GET', '/overview'));
}

/** Waits until every figure on the page is the server's. */
export async function expectFiguresAsOnServer(page: Page, api: AdminApi): Promise<void> {
  await expect(async () => {
    const { users, registrations } = await overviewOf(api);
    const queue = v.parse(PartnerRequestsSummary, await api.request('GET', '/partner-places/summary'));
    expect(await figure(page, '[data-tile=all] strong')).toBe(String(users.total));
    expect(await figure(page, '[data-tile=active] strong')).toBe(String(users.total - users.banned));
    expect(await figure(page, '[data-tile=banned] strong')).toBe(String(users.banned));
    expect(await figure(page, '[data-tile=email] .note')).toBe(`${String(users.emailVerified)}${String(users.total)}`);
    expect(await figure(page, '[data-tile=phone] .note')).toBe(`${String(users.phoneVerified)}${String(users.total)}`);
    for (const status of PARTNER_REQUEST_STATUSES)
      expect(await figure(page, `app-queue-panel [data-status=${status}] strong`)).toBe(String(queue.byStatus[status]));
    expect((await tableOf(page, 'Registrations by day')).map(([, total]) => Number(total))).toEqual(registrations.days.map(({ total }) => total));
    const others = registrations.otherCountries === 0 ? [] : [registrations.otherCountries];
    expect((await tableOf(page, 'Registrations by country')).map(([, total]) => Number(total))).toEqual([
      ...registrations.countries.map(({ total }) => total),
      ...others,
    ]);
  }).toPass({ timeout: 15_000 });
}
