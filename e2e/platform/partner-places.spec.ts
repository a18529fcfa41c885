import type { Page } from '@playwright/test';
import type { Platform } from '../support/platform/platform';
import { openQueue, panelOf, requestRow } from '../support/partner-places';
import { signIn } from '../support/sign-in';
import { expect, expectDone, test } from '../support/platform/journey';

test.describe("partner requests on the customer's backend", () => {
  test.beforeEach(async ({ page, product }) => {
    await signIn(page, product);
    await openQueue(page);
  });

  const STEPS = [
    { key: 'm', status: 'pending' },
    { key: 'i', status: 'needs_info' },
    { key: 'r', status: 'rejected' },
    { key: 'a', status: 'approved' },
  ] as const;

  async function expectDecided(page: Page, platform: Platform, { key, status }: (typeof STEPS)[number]): Promise<void> {
    const request = platform.partnerRequests.create();
    await requestRow(page, request).getByRole('link').click();
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(request.placeName);
    await page.keyboard.press(key);
    await panelOf(page).getByRole('textbox').fill('We have looked at it.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => platform.partnerRequests.get(request.id).messages.length).toBe(1);
    expect(platform.partnerRequests.get(request.id).status).toBe(status);
    await expectDone(page);
    if (status !== 'pending') await expect(requestRow(page, request)).toHaveCount(0);
  }

  test('are approved, asked, rejected and written to', async ({ page, platform }) => {
    for (const step of STEPS) await expectDecided(page, platform, step);
  });

  test('are approved also where that is answered by the whole request', { tag: '@plainest' }, async ({ page, platform }) => {
    platform.configure({ decisions: 'whole' });
    await expectDecided(page, platform, STEPS[3]);
  });

  test('of somebody else come, and go from those that wait, also by events that name none', async ({ page, platform }) => {
    platform.configure({ partnerEventIds: false });
    const request = platform.partnerRequests.create();
    await expect(requestRow(page, request)).toContainText(request.placeName);
    platform.partnerRequests.decide(request.id, 'approve');
    await expect(requestRow(page, request)).toHaveCount(0, { timeout: 30_000 });
  });

  test('that another admin approves while open are told as approved, not as deleted', async ({ page, platform }) => {
    const request = platform.partnerRequests.create();
    await requestRow(page, request).getByRole('link').click();
    platform.partnerRequests.decide(request.id, 'approve');
    await expect(panelOf(page)).toContainText('Approved', { timeout: 30_000 });
    await expect(panelOf(page)).not.toContainText(/deleted|not there any more/iu);
  });
});
