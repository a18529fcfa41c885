import type { Page } from '@playwright/test';
import { SECOND_ADMIN } from './support/product';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { listed, rowOf } from './support/users';

const header = (page: Page, name: string) => page.getByRole('columnheader', { name });
const rows = (page: Page) => page.locator('[role=row][data-id]');
const details = (page: Page) => page.locator('#user-drawer-title');
/** The rows that begin the list, as they are read out: a photo is decoration, and only the first desk may show those that were uploaded. */
const shown = async (page: Page) => Promise.all([0, 1, 2, 3, 4].map((index) => rows(page).nth(index).ariaSnapshot()));

test('the columns and the density chosen are there again after a reload, until they are taken back', async ({ page, product }) => {
  await signIn(page, product);
  const [first] = await listed(await product.signIn());
  if (first === undefined) throw new Error('There are no users');
  await expect(header(page, 'Phone')).toBeVisible();
  const tall = await rowOf(page, first).evaluate((row) => row.clientHeight);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Phone' }).uncheck();
  await page.getByText('Compact').click();
  await expect(header(page, 'Phone')).toHaveCount(0);

  await page.reload();
  await expect(header(page, 'Email')).toBeVisible();
  await expect(header(page, 'Phone')).toHaveCount(0);
  expect(await rowOf(page, first).evaluate((row) => row.clientHeight)).toBeLessThan(tall);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(header(page, 'Phone')).toBeVisible();
});

test('an address shows a colleague the same: who is searched for, in which order, and whose details are open', async ({ page, colleague, product }) => {
  await signIn(page, product);
  await page.getByLabel('Search name, email or phone').fill('an');
  await expect(page).toHaveURL(/q=an/u);
  await page.getByText('Active', { exact: true }).first().click();
  await header(page, 'Name').getByRole('button').click();
  await expect(page).toHaveURL(/status=active.*sort=fullName/u);
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  await rows(page).nth(2).click();
  const name = await details(page).innerText();

  await signIn(colleague, product, SECOND_ADMIN);
  await colleague.goto(`/users${new URL(page.url()).search}`);
  await expect(details(colleague)).toHaveText(name);
  await expect(colleague.getByLabel('Search name, email or phone')).toHaveValue('an');
  await expect(header(colleague, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(colleague.getByRole('radio', { name: 'Active' })).toBeChecked();
  await expect.poll(() => shown(colleague)).toEqual(await shown(page));
});
