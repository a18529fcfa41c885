import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageCommands, type RowCommands } from './page-commands';

describe('What the palette can do to the rows of a page', () => {
  const row = (id: string): RowCommands => ({ id, name: id, commands: [] });

  it('is what its parts offer, the newest first and each row once, for as long as they live', () => {
    const commands = TestBed.inject(PageCommands);
    const part = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    TestBed.runInInjectionContext(() => {
      commands.register(() => row('focused'));
      commands.register(() => undefined);
    });
    runInInjectionContext(part, () => commands.register(() => row('open')));
    expect(commands.rows().map(({ id }) => id)).toEqual(['open', 'focused']);
    runInInjectionContext(part, () => commands.register(() => row('focused')));
    expect(commands.rows().map(({ id }) => id)).toEqual(['open', 'focused']);
    part.destroy();
    expect(commands.rows().map(({ id }) => id)).toEqual(['focused']);
  });
});
