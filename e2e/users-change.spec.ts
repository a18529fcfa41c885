import type { Locator, Page } from '@playwright/test';
import { type PublicUser, UserDetail } from '#contract/users';
import * as v from 'valibot';
import { paint } from './support/images';
import { SECOND_ADMIN } from './support/product';
import { freshness, signIn } from './support/sign-in';
import { expect, test } from './support/test';
import { expectAsOnServer, register, rowOf } from './support/users';

/** Chooses from the menu behind a user's "…". */
async function choose(page: Page, user: PublicUser, action: string): Promise<void> {
  await rowOf(page, user)
    .getByRole('button', { name: /^Actions for/u })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

async function fillIn(dialog: Locator, label: string, text: string, action: string): Promise<void> {
  await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: action, exact: true }).click();
}

test.describe('an admin changes a user', () => {
  let user: PublicUser;

  test.beforeEach(async ({ page, colleague, product }) => {
    user = await register(await product.signIn());
    await signIn(page, product);
    await signIn(colleague, product, SECOND_ADMIN);
    for (const screen of [page, colleague]) {
      await expect(freshness(screen)).toHaveAttribute('data-state', 'live');
      await expect(rowOf(screen, user)).toBeVisible();
    }
  });

  test('bans with a reason, which the other admin sees, and takes it back', async ({ page, colleague, product }) => {
    await choose(page, user, 'Ban…');
    await fillIn(page.getByRole('dialog'), 'Reason', 'Orders never collected', 'Ban');
    for (const screen of [page, colleague]) await expect(rowOf(screen, user)).toContainText('Banned');
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const screen of [page, colleague]) await expect(rowOf(screen, user)).not.toContainText('Banned');
    await expectAsOnServer(colleague, await product.signIn());
  });

  test('is not let go without a reason, and loses nothing typed when the server cannot be reached', async ({ page, product }) => {
    await choose(page, user, 'Ban…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
    await expect(dialog).toContainText('Enter the reason.');
    product.desks[0].link.cut();
    await fillIn(dialog, 'Reason', 'Orders never collected', 'Ban');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(dialog.getByLabel('Reason')).toHaveValue('Orders never collected');
    product.desks[0].link.restore();
    await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
    await expect(rowOf(page, user)).toContainText('Banned');
  });

  test('changes a photo, dropped on the page, and the other admin, who has the user open, sees that it was', async ({ page, colleague, product }) => {
    await rowOf(colleague, user).click();
    await choose(page, user, 'Change photo…');
    const dialog = page.getByRole('dialog');
    const { buffer } = await paint();
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], 'portrait.png', { type: 'image/png' }));
        return data;
      },
      [...buffer],
    );
    await dialog.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(dialog.locator('img')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(colleague.getByRole('region', { name: user.fullName })).toContainText('Photo changed');
    // Shown it is from the server's own address only, which the network between is not.
    const { data } = v.parse(UserDetail, await (await product.signIn()).request('GET', `/users/${user.id}`));
    expect(data.photoUrl).toMatch(/\/uploads\/.*\.webp$/u);
  });

  test('edits a name, Arabic too, and the other admin sees it', async ({ page, colleague }) => {
    await choose(page, user, 'Edit name…');
    await fillIn(page.getByRole('dialog'), 'Full name', 'ليلى عبد الله العلي', 'Save');
    for (const screen of [page, colleague]) await expect(rowOf(screen, user)).toContainText('ليلى عبد الله العلي');
  });

  test('deletes after being asked, and the user is gone for both', async ({ page, colleague }) => {
    await choose(page, user, 'Delete…');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
    for (const screen of [page, colleague]) await expect(rowOf(screen, user)).toHaveCount(0);
  });
});
