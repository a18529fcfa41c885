import { TestBed } from '@angular/core/testing';
import { NAMESPACES } from '#contract/events';
import { eventually } from '../../../testing/eventually';
import { API_ORIGIN } from '../api/api-address';
import { SocketIoWire } from './socket-io-wire';

describe('The wire over ngx-socket-io', () => {
  let wire: SocketIoWire;
  let port = 1;

  beforeEach(() => {
    // Nobody listens there: what is seen here is the library's own doing. It shares connections by origin, for as long as the page lives.
    TestBed.configureTestingModule({ providers: [{ provide: API_ORIGIN, useValue: `http://127.0.0.1:${String(port++)}` }] });
    wire = TestBed.runInInjectionContext(() => new SocketIoWire());
  });
  afterEach(() => {
    for (const namespace of NAMESPACES) wire.socket(namespace).disconnect();
  });

  it('connects nothing before it is asked to', () => {
    for (const namespace of NAMESPACES) expect(wire.socket(namespace).active).withContext(namespace).toBeFalse();
  });

  it('has one socket for each namespace', () => {
    expect(wire.socket('/users')).toBe(wire.socket('/users'));
    expect(wire.socket('/users')).not.toBe(wire.socket('/notifications'));
  });

  it('opens one connection for all of them, and goes on trying', async () => {
    const errors: unknown[] = [];
    for (const namespace of NAMESPACES) {
      const socket = wire.socket(namespace);
      socket.on('connect_error', (error) => errors.push(error));
      socket.connect();
    }
    await eventually(() => errors.length >= NAMESPACES.length);
    expect(new Set(errors.slice(0, NAMESPACES.length)).size)
      .withContext('one failure, heard by each')
      .toBe(1);
    expect(NAMESPACES.every((namespace) => wire.socket(namespace).active)).toBeTrue();
    expect(wire.open).toBeFalse();
  });
});
