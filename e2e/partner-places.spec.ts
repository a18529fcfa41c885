import type { Page } from '@playwright/test';
import { inLetter } from '#contract/letters';
import type { PartnerRequest } from '#contract/partner-places';
import { apply, expectQueueAsOnServer, oneOnServer, openQueue, openRequest, panelOf, requestRow, waiting } from './support/partner-places';
import { SECOND_ADMIN } from './support/product';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const message = (page: Page) => panelOf(page).getByRole('textbox');

test.describe('two admins work through the queue of partner places', () => {
  test.beforeEach(async ({ page, colleague, product }) => {
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) await openQueue(screen);
  });

  test('and both see a new request at once, and count it', async ({ page, colleague, product }) => {
    const request = await apply(product);
    for (const screen of [page, colleague]) {
      await expect(requestRow(screen, request)).toContainText(request.placeName);
      await expectQueueAsOnServer(screen, await product.signIn());
    }
  });

  test('and the one decides by keyboard, goes on to the next, and takes it back', async ({ page, colleague, product }) => {
    const [first, second] = (await waiting(await product.signIn())) as [PartnerRequest, PartnerRequest];
    await openRequest(page, first);
    await page.keyboard.press('a');
    await message(page).fill('Welcome to Moien!');
    await expect(panelOf(page)).toContainText(`Your request for “${inLetter(first.placeName, 'en')}” has been approved`);
    await page.keyboard.press('Control+Enter');
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(second.placeName);
    for (const screen of [page, colleague]) await expect(requestRow(screen, first)).toHaveCount(0);
    // What says that it was done covers none of the buttons for the next.
    const [toast, actions] = [await page.locator('.toast').first().boundingBox(), await panelOf(page).locator('.actions').boundingBox()];
    expect((toast?.y ?? NaN) + (toast?.height ?? NaN)).toBeLessThan(actions?.y ?? NaN);
    expect(await oneOnServer(await product.signIn(), first)).toMatchObject({
      status: 'approved',
      messages: [...first.messages, { body: 'Welcome to Moien!' }],
    });
    await page.getByRole('button', { name: /^Undo/u }).click();
    for (const screen of [page, colleague]) {
      await expect(requestRow(screen, first)).toHaveAttribute('data-status', 'pending');
      await expectQueueAsOnServer(screen, await product.signIn());
    }
    await page.goBack();
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(first.placeName);
  });

  test('and of two decisions in the same instant one stands, and both screens say which', async ({ page, colleague, product }) => {
    const request = await apply(product);
    const verdicts = [
      { screen: page, key: 'a', action: 'Approve and send', status: 'approved', done: 'approved' },
      { screen: colleague, key: 'r', action: 'Reject and send', status: 'rejected', done: 'rejected' },
    ] as const;
    for (const { screen, key } of verdicts) {
      await openRequest(screen, request);
      await screen.keyboard.press(key);
      await message(screen).fill(`We have decided: ${key}`);
    }
    // Neither can have heard of the other when they press.
    for (const { link } of product.desks) link.delay(300);
    await Promise.all(verdicts.map(({ screen, action }) => panelOf(screen).getByRole('button', { name: action }).click()));
    const { status } = await expect
      .poll(async () => (await oneOnServer(await product.signIn(), request)).status)
      .not.toBe('pending')
      .then(async () => oneOnServer(await product.signIn(), request));
    const stands = status === 'approved' ? verdicts[0] : verdicts[1];
    const falls = status === 'approved' ? verdicts[1] : verdicts[0];
    await expect(stands.screen.getByRole('region', { name: 'Messages', exact: true })).toContainText(`${request.placeName}\u2069 ${stands.done}`);
    await expect(panelOf(falls.screen).getByRole('status').first()).toContainText(status === 'approved' ? 'Approved by' : 'Rejected by');
    await expect(panelOf(falls.screen).getByRole('button', { name: falls.action })).toHaveAttribute('aria-disabled', 'true');
    await expect(message(falls.screen)).toHaveValue(`We have decided: ${falls.key}`);
  });

  test('and who has a request open is told when the other decides it', async ({ page, colleague, product }) => {
    const request = await apply(product);
    for (const screen of [page, colleague]) await openRequest(screen, request);
    await colleague.keyboard.press('r');
    await message(colleague).fill('Too far from our riders, sorry.');
    await page.keyboard.press('i');
    await message(page).fill('When do you open?');
    await panelOf(colleague).getByRole('button', { name: 'Reject and send' }).click();
    await expect(panelOf(page)).toContainText('The request changed while you had it open.');
    await expect(panelOf(page)).toContainText('Too far from our riders, sorry.');
    await expect(panelOf(page).getByRole('button', { name: 'Ask for details' })).toHaveAttribute('aria-disabled', 'true');
    await expect(message(page)).toHaveValue('When do you open?');
  });
});

test.describe('an admin at the queue of partner places', () => {
  test.beforeEach(async ({ page, product }) => {
    await signIn(page, product);
    await openQueue(page);
  });

  test('who was cut off is right again, counts and all, with their draft', async ({ page, product }) => {
    const api = await product.signIn();
    const [first, second] = (await waiting(api)) as [PartnerRequest, PartnerRequest];
    await openRequest(page, second);
    await page.keyboard.press('r');
    await message(page).fill('Half a reason');
    product.desks[0].link.cut();
    await expect(page.getByTestId('freshness-partner-places')).toHaveAttribute('data-state', /stale|offline/u);
    await api.request('POST', `/partner-places/requests/${first.id}/approve`, {});
    const newcomer = await apply(product);
    product.desks[0].link.restore();
    await expect(requestRow(page, first)).toHaveCount(0);
    await expect(requestRow(page, newcomer)).toHaveCount(1);
    await expectQueueAsOnServer(page, api);
    await expect(message(page)).toHaveValue('Half a reason');
  });

  test('finds their draft again after a reload, and nobody finds it after signing out', async ({ page, product }) => {
    const [, , third] = (await waiting(await product.signIn())) as [PartnerRequest, PartnerRequest, PartnerRequest];
    await openRequest(page, third);
    await page.keyboard.press('m');
    await message(page).fill('A thought to finish later');
    await page.reload();
    await expect(message(page)).toHaveValue('A thought to finish later');
    await expect(requestRow(page, third)).toContainText('Draft');
    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/login/u);
    expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain('thought');
  });
});
