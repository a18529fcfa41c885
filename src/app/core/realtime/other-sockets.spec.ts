import type { Type } from '@angular/core';
import type { LinkEvent } from '@moien/live/engine';
import type { Observable } from 'rxjs';
import { type FakeSocket, FakeWire } from '../../../testing/fake-socket';
import { anAdmin, anId } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import type { SlotUrl } from '../api/site-settings-api';
import { NotificationsSocket } from './notifications-socket';
import { PartnerPlacesSocket } from './partner-places-socket';
import { RejectedEvents } from './rejected-events';
import { SiteSettingsSocket } from './site-settings-socket';
import { WIRE } from './wire-token';
import type { Namespace } from './wire';

const AT = '2026-02-01T12:00:00.000Z';
const URL = 'https://cdn.example/a.webp';

describe('The namespace', () => {
  let tab: Tab;
  let wire: FakeWire;

  beforeEach(() => {
    wire = new FakeWire();
    tab = new Tab({ provide: WIRE, useValue: wire }, RejectedEvents, PartnerPlacesSocket, SiteSettingsSocket, NotificationsSocket);
  });
  afterEach(() => tab.close());

  /** What a live collection hears when the server says this over a connection of its own. */
  const heard = <TRow>(
    type: Type<{ readonly link$: Observable<LinkEvent<TRow>> }>,
    namespace: Namespace,
    event: string,
    payload: unknown,
  ): LinkEvent<TRow>[] => {
    const socket: FakeSocket = wire.socket(namespace);
    const source = tab.get(type);
    socket.connect();
    socket.accept();
    const changes: LinkEvent<TRow>[] = [];
    source.link$.subscribe((link) => changes.push(link));
    socket.say(event, payload);
    socket.kick();
    return changes.slice(1, -1);
  };

  it('of partner places says which request was touched or is gone, or that all may have been touched', () => {
    const partners = (payload: object) => heard(PartnerPlacesSocket, '/partner-places', 'partner-places.changed', payload);
    expect(partners({ kind: 'approved', id: anId(5), at: AT })).toEqual([{ kind: 'unordered', change: { kind: 'invalidated', id: anId(5) } }]);
    expect(partners({ kind: 'deleted', id: anId(5), at: AT })).toEqual([{ kind: 'unordered', change: { kind: 'deleted', id: anId(5) } }]);
    expect(partners({ kind: 'deleted', at: AT })).toEqual([{ kind: 'unordered', change: { kind: 'invalidated' } }]);
    expect(partners({ kind: 'eaten', id: anId(5), at: AT })).toEqual([{ kind: 'unordered' }]);
  });

  it('of the site’s settings says which image a slot has now', () => {
    const site = (event: string, payload: object) => heard(SiteSettingsSocket, '/site-settings', event, payload);
    const updated = (slot: SlotUrl['slot'], url: string | null): LinkEvent<SlotUrl>[] => [
      { kind: 'unordered', change: { kind: 'updated', row: { slot, url } } },
    ];
    expect(site('hero-image.updated', { url: null })).toEqual(updated('hero-image', null));
    expect(site('landing-image.updated', { slot: 'whyFresh', url: URL })).toEqual(updated('whyFresh', URL));
    expect(site('landing-images.updated', { whyFresh: URL })).toEqual(updated('whyFresh', URL));
    expect(site('about-images.updated', { aboutFeature2: null })).toEqual(updated('aboutFeature2', null));
    expect(site('about-images.updated', { aboutHero: null, aboutStory: URL })).toEqual([{ kind: 'unordered', change: { kind: 'invalidated' } }]);
    expect(site('landing-images.updated', JSON.parse('{"__proto__":"https://evil.example/"}') as object)).toEqual([{ kind: 'unordered' }]);
  });

  it('of notifications says what came for this account, and what was read', async () => {
    await tab.signIn('t1');
    const notifications = (event: string, payload: object) => heard(NotificationsSocket, '/notifications', event, payload);
    const row = {
      id: anId(7),
      userId: anAdmin().id,
      type: 'partner.created',
      title: 'New',
      body: 'A place',
      data: {},
      isRead: false,
      readAt: null,
      createdAt: AT,
    };
    expect(notifications('notifications.created', row)).toEqual([{ kind: 'unordered', change: { kind: 'created', row } }]);
    expect(notifications('notifications.created', { ...row, userId: anId(901) })).toEqual([]);
    expect(notifications('notifications.read', { userId: anAdmin().id, id: anId(7) })).toEqual([
      { kind: 'unordered', change: { kind: 'invalidated', id: anId(7) } },
    ]);
    expect(notifications('notifications.readAll', { userId: anAdmin().id })).toEqual([{ kind: 'unordered', change: { kind: 'invalidated' } }]);
    expect(notifications('notifications.created', { ...row, data: 1 })).toEqual([{ kind: 'unordered' }]);
    expect(tab.get(RejectedEvents).count()).toBe(1);
  });
});
