import { Logger } from '@nestjs/common';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import type { Database } from '../database/database';
import { ManualClock } from '../clock/manual-clock';
import { RecordingMailer } from '../testing/recording-mailer';
import { openTestDatabase } from '../testing/test-database';
import { BanNotice } from './ban-notice';
import type { Message } from './message';
import { Outbox } from './outbox';
import { OutboxWorker } from './outbox-worker';

describe('OutboxWorker', () => {
  let database: Database;
  let close: () => Promise<void>;
  let clock: ManualClock;
  let outbox: Outbox;
  let mailer: RecordingMailer;
  let worker: OutboxWorker;

  beforeAll(async () => {
    ({ database, close } = await openTestDatabase());
  });
  afterAll(() => close());
  beforeEach(() => {
    spyOn(Logger.prototype, 'warn');
    clock = new ManualClock();
    outbox = new Outbox(clock);
    mailer = new RecordingMailer();
    worker = new OutboxWorker(database, mailer, clock);
  });
  afterEach(async () => {
    clock.advance(1e9);
    mailer.failures = 0;
    await worker.sendDue();
  });

  const to = (recipient: string): Message => ({ channel: 'email', recipient, subject: 'Moien', body: 'Moien!' });
  const add = (recipient: string) => database.transaction((tx) => outbox.add(tx, to(recipient)));
  const recipients = () => mailer.sent.map(({ recipient }) => recipient);

  it('sends each message once', async () => {
    await add('a@moien.lu');
    await add('b@moien.lu');
    expect(await worker.sendDue()).toBe(2);
    expect(await worker.sendDue()).toBe(0);
    expect(recipients().sort()).toEqual(['a@moien.lu', 'b@moien.lu']);
  });

  it('sends nothing of a change that did not commit', async () => {
    await database
      .transaction(async (tx) => {
        await outbox.add(tx, to('a@moien.lu'));
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await worker.sendDue()).toBe(0);
  });

  it('sends each message once, also with two workers at work', async () => {
    const other = new OutboxWorker(database, mailer, clock);
    for (let i = 0; i < 10; i++) await add(`${String(i)}@moien.lu`);
    const [mine, theirs] = await Promise.all([worker.sendDue(), other.sendDue()]);
    expect(mine + theirs).toBe(10);
    expect(new Set(recipients()).size).toBe(10);
  });

  it('tries again later, under the same id, when a message was not taken', async () => {
    mailer.failures = 1;
    await add('a@moien.lu');
    expect(await worker.sendDue()).toBe(0);
    clock.advance(29_000);
    expect(await worker.sendDue()).toBe(0);
    clock.advance(1_000);
    expect(await worker.sendDue()).toBe(1);
    expect(new Set(mailer.sent.map(({ id }) => id)).size).toBe(1);
  });

  it('gives up after eight tries', async () => {
    mailer.failures = 100;
    await add('a@moien.lu');
    for (let i = 0; i < 12; i++) {
      await worker.sendDue();
      clock.advance(4 * 60 * 60 * 1000);
    }
    expect(mailer.sent.length).toBe(8);
  });

  describe('with the mail about a ban', () => {
    const notice = () => new BanNotice(outbox);
    const user = { id: '01234567-89ab-4cde-8f01-23456789abcd', name: 'Anna Maria Muller', email: 'anna@moien.lu' };

    it('waits until its ban can no longer be taken back', async () => {
      await database.transaction((tx) => notice().schedule(tx, user, 'Spam'));
      clock.advance(UNDO_MAIL_DELAY_MS - 1);
      expect(await worker.sendDue()).toBe(0);
      clock.advance(1);
      expect(await worker.sendDue()).toBe(1);
      expect(await database.transaction((tx) => notice().takeBack(tx, user.id))).toBeFalse();
    });

    it('says what happened, why, and what one can do', async () => {
      await database.transaction((tx) => notice().schedule(tx, { ...user, name: 'ليلى' }, 'Spam'));
      clock.advance(60_000);
      await worker.sendDue();
      const mail = mailer.sent.at(-1);
      expect(mail?.subject).toBe('Your account has been banned');
      for (const said of ['Dear \u2068ليلى\u2069,', 'Reason: Spam', 'reply to this email']) expect(mail?.body).toContain(said);
    });

    it('sends nothing when the ban was taken back meanwhile', async () => {
      await database.transaction((tx) => notice().schedule(tx, user, 'Spam'));
      expect(await database.transaction((tx) => notice().takeBack(tx, user.id))).toBeTrue();
      clock.advance(60_000);
      expect(await worker.sendDue()).toBe(0);
    });
  });
});
