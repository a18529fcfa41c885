import { freshness, signIn } from '../support/sign-in';
import { expect, test } from '../support/platform/journey';
import { rowOf } from '../support/users';

// As in the customer's production.
test.use({ platformOptions: { base: '/v1' } });

test('an API below another path is found there, by REST and by its events', async ({ page, product, platform }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === product.desks[0].link.origin) asked.push(pathname);
  });
  await signIn(page, product);
  await expect(freshness(page)).toHaveAttribute('data-state', 'live');
  await expect(rowOf(page, platform.users.register())).toHaveCount(1);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((path) => !path.startsWith('/v1/'))).toEqual([]);
});
