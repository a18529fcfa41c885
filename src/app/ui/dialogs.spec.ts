import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../../testing/eventually';
import { Dialogs } from './dialogs';

@Component({ selector: 'app-spec-question', template: 'Sure?' })
class Question {}

describe('Dialogs', () => {
  const shown = () => document.querySelector('app-spec-question') !== null;
  let dialogs: Dialogs;
  beforeEach(() => (dialogs = TestBed.inject(Dialogs)));

  it('open once their parts are there', async () => {
    expect(dialogs.areOpen).toBeFalse();
    await dialogs.open(() => Promise.resolve(Question), { fromTop: '12vh' });
    expect(dialogs.areOpen).toBeTrue();
    await eventually(shown);
    dialogs.dropAll();
    expect(shown()).toBeFalse();
  });

  it('go when all are dropped, also those that would rather be asked', async () => {
    await dialogs.open(() => Promise.resolve(Question), { closePredicate: () => false });
    await eventually(shown);
    dialogs.dropAll();
    expect(shown()).toBeFalse();
  });

  it('do not open any more when all were dropped while their parts were on their way', async () => {
    let arrive: (part: Type<Question>) => void = () => undefined;
    const opened = dialogs.open(() => new Promise<Type<Question>>((resolve) => (arrive = resolve)));
    dialogs.dropAll();
    arrive(Question);
    expect(await opened).toBeUndefined();
    expect(dialogs.areOpen).toBeFalse();
  });

  it('say when a part does not come', async () => {
    await expectAsync(dialogs.open(() => Promise.reject(new TypeError('not there')))).toBeRejectedWithError(TypeError, 'not there');
  });
});
