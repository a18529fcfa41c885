import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import * as v from 'valibot';
import { AdminStaffList } from '#contract/admin-staff';
import { signIn, submitSignIn } from './support/sign-in';
import { hire } from './support/staff';
import { expect, test } from './support/test';

const row = (page: Page, text: string) => page.locator('main [data-id]').filter({ hasText: text });
/** `YYYY-MM-DD`, so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe('the staff page', () => {
  test.beforeEach(async ({ page, product }) => {
    await signIn(page, product);
    await page.goto('/staff');
    await expect(row(page, 'You')).toBeVisible();
  });

  test('makes an admin, complaining field by field and losing nothing; the admin signs in', async ({ page, colleague, product }) => {
    const email = `${randomBytes(6).toString('hex')}@moien.lu`;
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'New admin' });
    await form.getByRole('button', { name: 'Create' }).click();
    await expect(form.getByText('Enter the name.')).toBeVisible();
    await expect(form.getByLabel('Name')).toBeFocused();

    await form.getByLabel('Name').fill('Zoé Maria Klein');
    await form.getByLabel('Email').fill('admin@moien.lu');
    await form.getByLabel('Password', { exact: true }).fill(product.password);
    await form.getByLabel('Job title').fill('Dispatcher');
    await form.getByLabel('Contract until').fill(inDays(10));
    const photo = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    await form.locator('input[type=file]').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') });
    await expect(form.getByText('This file is not a JPEG')).toBeVisible();
    await form.locator('input[type=file]').setInputFiles({ name: 'zoe.png', mimeType: 'image/png', buffer: photo });
    await expect(form.locator('img')).toBeVisible();
    await form.getByRole('button', { name: 'Create' }).click();
    await expect(form.getByText('Another account already uses this email.')).toBeVisible();
    await expect(form.getByLabel('Email')).toBeFocused();

    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Keep editing' }).click();
    await expect(form.getByLabel('Name')).toHaveValue('Zoé Maria Klein');
    await form.getByLabel('Email').fill(email);
    await form.getByRole('button', { name: 'Create' }).click();
    await expect(form).toHaveCount(0);
    await expect(row(page, email)).toContainText('Ends in 10 days');
    // Shown it is from the server's own address only, which the network between is not.
    const listed = v.parse(AdminStaffList, await (await product.signIn()).request('GET', '/admin-staff'));
    expect(listed.data.find((admin) => admin.email === email)?.photoUrl).toMatch(/\/uploads\/.*\.webp$/u);

    await colleague.goto('/users');
    await submitSignIn(colleague, email, product.password);
    await expect(colleague).toHaveURL(/\/users/u);
  });

  test('bans with a reason, signing every screen of theirs out, and takes it back by Undo', async ({ page, colleague, product }) => {
    const victim = await hire(await product.signIn());
    await page.getByRole('button', { name: 'Check again' }).click();
    await colleague.goto('/users');
    await submitSignIn(colleague, victim.email, victim.password);
    await expect(colleague).toHaveURL(/\/users/u);

    await row(page, victim.email).getByRole('button', { name: /^Ban/u }).click();
    await page.getByLabel('Reason').fill('Left the company');
    await page.getByRole('button', { name: 'Ban', exact: true }).click();
    await expect(row(page, victim.email)).toContainText('Banned');
    await expect(row(page, victim.email)).toContainText('Left the company');
    await expect(colleague).toHaveURL(/\/login/u);
    await expect(colleague.getByText('This account has been banned')).toBeVisible();

    await page.getByRole('button', { name: /^Undo/u }).click();
    await expect(row(page, victim.email)).toContainText('Active');
    await submitSignIn(colleague, victim.email, victim.password);
    await expect(colleague).toHaveURL(/\/overview/u);

    await row(page, victim.email)
      .getByRole('button', { name: /^Delete/u })
      .click();
    await expect(page.getByRole('alertdialog')).toContainText(victim.email);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(row(page, victim.email)).toHaveCount(0);
    await expect(colleague.getByText('This account has been deleted')).toBeVisible();
  });

  test('says why the own account stays, and shows what the address asks for', async ({ page }) => {
    await expect(row(page, 'You')).toContainText('only another admin can ban or delete it');
    await expect(row(page, 'You').getByRole('button')).toHaveCount(0);
    await page.getByRole('radio', { name: /^Banned/u }).check({ force: true });
    await expect(page).toHaveURL(/\?show=banned$/u);
    await page.goBack();
    await page.getByRole('searchbox').fill('nobody at all');
    await expect(page.getByText('No admins match')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(row(page, 'You')).toBeVisible();
  });
});
