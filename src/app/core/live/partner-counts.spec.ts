import { TestBed } from '@angular/core/testing';
import { eventually } from '../../../testing/eventually';
import { FakeWire } from '../../../testing/fake-socket';
import { aQueue } from '../../../testing/overview-desk';
import { Tab } from '../../../testing/tab';
import { OverviewApi } from '../api/overview-api';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { RejectedEvents } from '../realtime/rejected-events';
import { WIRE } from '../realtime/wire-token';
import { PartnerCounts } from './partner-counts';

const PATH = '/partner-places/summary';

describe('The counts of partner requests', () => {
  let tab: Tab;
  let wire: FakeWire;
  let counts: PartnerCounts;
  const socket = () => wire.socket('/partner-places');
  const greet = (head: number) => socket().say('stream', { log: 'log1', head, events: [] });

  beforeEach(async () => {
    TestBed.configureTestingModule({});
    wire = new FakeWire();
    tab = new Tab({ provide: WIRE, useValue: wire }, RejectedEvents, PartnerPlacesSocket, OverviewApi, PartnerCounts);
    await tab.signIn('t1');
    tab.get(PartnerPlacesSocket);
    socket().connect();
    socket().accept();
    greet(5);
    counts = tab.get(PartnerCounts);
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
  });

  it('are asked for once and live at once, though the greeting came before anybody wanted to know them', async () => {
    await tab.answer(PATH, aQueue({ total: 6 }));
    await eventually(() => counts.freshness().state === 'live');
    expect(counts.value()?.total).toBe(6);
    expect(tab.server.match(() => true)).toEqual([]);
  });

  it('are gone with the session, and asked for anew by the next one', async () => {
    await tab.answer(PATH, aQueue({ total: 6 }));
    await eventually(() => counts.value() !== undefined);
    tab.session.end(null);
    expect(counts.value()).toBeUndefined();
    await tab.signIn('t2');
    await tab.answer(PATH, aQueue({ total: 7 }));
    await eventually(() => counts.value()?.total === 7);
    expect(counts.value()?.total).toBe(7);
  });
});
