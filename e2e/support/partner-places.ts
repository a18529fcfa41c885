import { expect, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import { PartnerRequestCreated } from '#contract/partner-changes';
import { PartnerRequestDetail, PartnerRequestsPage, PartnerRequestsSummary, type PartnerRequest } from '#contract/partner-places';
import type { AdminApi } from '../../tools/admin-api';
import { newPartner } from '../../tools/traffic/partner-changes';
import type { Product } from './product';

/** A request comes in. */
export async function apply(product: Product): Promise<PartnerRequest> {
  const api = await product.signIn();
  return v.parse(PartnerRequestCreated, await api.request('POST', '/partner-places/requests', newPartner())).request;
}

/** Goes to the queue by the menu, and waits until it is live. */
export async function openQueue(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Partner requests/u }).click();
  await expect(page.getByTestId('freshness-partner-places')).toHaveAttribute('data-state', 'live');
}

export function requestRow(page: Page, { id }: Pick<PartnerRequest, 'id'>): Locator {
  return page.locator(`[data-id="${id}"]`);
}

export function panelOf(page: Page): Locator {
  return page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Close details' }) });
}

/** Opens a request from the list. */
export async function openRequest(page: Page, request: PartnerRequest): Promise<void> {
  await requestRow(page, request).getByRole('link').click();
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(request.placeName);
}

/** @returns the requests that wait, the longest first. */
export async function waiting(api: AdminApi): Promise<readonly PartnerRequest[]> {
  return v.parse(PartnerRequestsPage, await api.request('GET', '/partner-places/requests?status=pending&limit=200')).data;
}

export async function oneOnServer(api: AdminApi, { id }: PartnerRequest): Promise<PartnerRequest> {
  return v.parse(PartnerRequestDetail, await api.request('GET', `/partner-places/requests/${id}`)).data;
}

/** Waits until list and counts are the server's. */
export async function expectQueueAsOnServer(page: Page, api: AdminApi): Promise<void> {
  await expect(async () => {
    const { byStatus } = v.parse(PartnerRequestsSummary, await api.request('GET', '/partner-places/summary'));
    const ids = await page.locator('[data-id]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']));
    expect(ids).toEqual((await waiting(api)).map(({ id }) => id));
    await expect(page.getByRole('tab', { name: /^Pending/u })).toContainText(String(byStatus.pending), { timeout: 500 });
    await expect(page.getByRole('tab', { name: /^Approved/u })).toContainText(String(byStatus.approved), { timeout: 500 });
    await expect(page.getByRole('link', { name: /^Partner requests/u })).toContainText(String(byStatus.pending), { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}
