import * as fc from 'fast-check';
import { eachElement } from './list-text';

describe('A list in an answer', () => {
  const elements = async (json: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    await eachElement(
      new TextEncoder().encode(json),
      (text) => found.push(JSON.parse(text)),
      () => Promise.resolve(),
    );
    return found;
  };

  it('may hold any script, begin with a byte-order mark, and stand far behind in its wrapping', async () => {
    const list = ['ليلى "\\" 🙂', '名前', 'Ångström'];
    for (const json of [`\ufeff${JSON.stringify(list)}`, JSON.stringify({ note: '🙂'.repeat(60_000), data: list })]) expect(await elements(json)).toEqual(list);
  });

  const seed = Date.now() % 2 ** 31;
  it(`is taken apart into what JSON.parse finds, whatever is in it, bare and wrapped (seed ${String(seed)})`, async () => {
    const wrappings = [
      (list: unknown) => JSON.stringify(list),
      (list: unknown) => JSON.stringify(list, null, 2),
      (list: unknown) => JSON.stringify({ success: true, data: list }),
      (list: unknown) => JSON.stringify({ ok: true, users: list, total: 3 }),
      (list: unknown) => JSON.stringify({ success: true, data: { items: list } }),
      (list: unknown) => JSON.stringify({ success: true, padding: 'x'.repeat(150_000), data: list }),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.constantFrom(...wrappings), async (list, wrap) => {
        expect(await elements(wrap(list))).toEqual(JSON.parse(JSON.stringify(list)) as unknown[]);
      }),
      { seed },
    );
  });

  for (const [what, json] of [
    ['a page of HTML', '<!doctype html><html><body>502</body></html>'],
    ['nothing', ''],
    ['half a list', '[{"id":"a"},{"id":'],
    ['half a text', '[{"id":"a'],
    ['an object without a list', '{"ok":true}'],
    ['a failure in the envelope', '{"success":false,"error":{"details":[{"field":"a"}]}}'],
    ['a number', '42'],
  ] as const) {
    it(`is not found in ${what}`, async () => {
      await expectAsync(elements(json)).toBeRejectedWith(jasmine.objectContaining({ code: 'BAD_ANSWER' }));
    });
  }

  it('lets the browser in between, however long it is', async () => {
    const json = JSON.stringify(Array.from({ length: 20_000 }, (_, n) => ({ id: String(n), text: 'x'.repeat(300) })));
    let [count, pauses] = [0, 0];
    await eachElement(
      new TextEncoder().encode(json),
      () => count++,
      () => {
        pauses++;
        return Promise.resolve();
      },
    );
    expect(count).toBe(20_000);
    expect(pauses).toBeGreaterThan(0);
  });
});
