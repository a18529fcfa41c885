import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RefreshLease } from './refresh-lease';

describe('The lease that stands in for browser locks', () => {
  const tab = () => createEnvironmentInjector([RefreshLease], TestBed.inject(EnvironmentInjector)).get(RefreshLease);
  const toldWhetherItWaited = (waited: boolean) => Promise.resolve(waited);

  it('lets one tab at a time do its task, and tells the others that they waited', async () => {
    let running = 0;
    const waited = await Promise.all(
      [tab(), tab(), tab()].map((one) =>
        one.run(async (hadToWait) => {
          expect(++running).toBe(1);
          await new Promise((resolve) => setTimeout(resolve));
          running--;
          return hadToWait;
        }),
      ),
    );
    expect(waited.filter((hadToWait) => !hadToWait).length).toBe(1);
    expect(await tab().run(toldWhetherItWaited)).toBeFalse();
  });

  it('is given back when the task fails', async () => {
    await expectAsync(tab().run(() => Promise.reject(new Error('refused')))).toBeRejectedWithError('refused');
    expect(await tab().run(toldWhetherItWaited)).toBeFalse();
  });

  for (const [what, ms] of [
    ['of a tab that is gone runs out', 20_000],
    ['from a clock that was ahead counts for nothing', -60_000],
  ] as const)
    it(what, async () => {
      let end = (): void => undefined;
      let begin = (): void => undefined;
      const begun = new Promise<void>((resolve) => (begin = resolve));
      const gone = tab().run(() => {
        begin();
        return new Promise<void>((resolve) => (end = resolve));
      });
      await begun;
      const now = Date.now();
      spyOn(Date, 'now').and.returnValue(now + ms);
      expect(await tab().run(toldWhetherItWaited)).toBeFalse();
      end();
      await gone;
    });

  it('is not needed where the storage is blocked', async () => {
    spyOn(indexedDB, 'open').and.throwError('blocked');
    expect(await tab().run(toldWhetherItWaited)).toBeFalse();
  });
});
