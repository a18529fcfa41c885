import { ScrollingModule } from '@angular/cdk/scrolling';
import { Component, inject, InjectionToken, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { bootstrapApplication } from '@angular/platform-browser';
import type { UsersServerEvents } from '#contract/events';
import type { PublicUser, UserDeleted } from '#contract/users';
import { provideSocketIo, Socket } from 'ngx-socket-io';
import { merge } from 'rxjs';
import { loadUsers, type Peer } from './peer';

const INITIAL = new InjectionToken<readonly PublicUser[]>('INITIAL');

/** The usual way: `fromEvent` into a signal that holds an array, drawn by the CDK's virtual scroll. */
@Component({
  selector: 'peer-table',
  imports: [ScrollingModule],
  template: `
    <cdk-virtual-scroll-viewport itemSize="44">
      <div *cdkVirtualFor="let user of users(); trackBy: byId" class="row" [attr.data-id]="user.id">
        <span>{{ user.fullName }}</span>
        <span>{{ user.email }}</span>
        <span>{{ user.phone }}</span>
        <span>{{ user.countryName }}</span>
        <span>{{ user.isBanned ? 'Banned' : 'Active' }}</span>
        <span>{{ user.emailVerified ? 'e-mail' : '' }} {{ user.phoneVerified ? 'phone' : '' }}</span>
        <span>{{ user.createdAt }}</span>
      </div>
    </cdk-virtual-scroll-viewport>
  `,
  styles: `
    cdk-virtual-scroll-viewport {
      height: 100%;
    }
    .row {
      display: grid;
      grid-template-columns: 2fr 2fr 1fr 1fr 1fr 1fr 1fr;
      height: 44px;
      align-items: center;
    }
    span {
      overflow: hidden;
      white-space: nowrap;
    }
  `,
})
export class FromEventTable {
  readonly users = signal(inject(INITIAL));
  received = 0;
  private readonly socket = inject<Socket<UsersServerEvents>>(Socket);

  constructor() {
    /* eslint-disable no-restricted-syntax -- What fromEvent costs is what is measured here. */
    const created$ = this.socket.fromEvent<PublicUser, 'users.created'>('users.created');
    const updated$ = this.socket.fromEvent<PublicUser, 'users.updated'>('users.updated');
    const deleted$ = this.socket.fromEvent<UserDeleted, 'users.deleted'>('users.deleted');
    /* eslint-enable no-restricted-syntax */
    merge(created$, updated$, deleted$)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.received++);
    created$.pipe(takeUntilDestroyed()).subscribe((user) => this.users.update((users) => [user, ...users]));
    updated$.pipe(takeUntilDestroyed()).subscribe((user) => this.users.update((users) => users.map((one) => (one.id === user.id ? user : one))));
    deleted$.pipe(takeUntilDestroyed()).subscribe(({ id }) => this.users.update((users) => users.filter((one) => one.id !== id)));
  }

  protected byId(_index: number, { id }: PublicUser): string {
    return id;
  }
}

export async function start(api: string): Promise<Peer> {
  const application = await bootstrapApplication(FromEventTable, {
    providers: [provideSocketIo({ url: `${api}/users`, options: { transports: ['websocket'] } }), { provide: INITIAL, useValue: await loadUsers(api) }],
  });
  const table = application.components[0]?.instance as FromEventTable;
  return { received: () => table.received, rows: () => table.users().map(({ id, fullName }) => ({ id, text: fullName })) };
}
