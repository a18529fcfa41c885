import { Module } from '@nestjs/common';
import { BanNotice } from './ban-notice';
import { LogMailer } from './log-mailer';
import { Mailer } from './mailer';
import { Outbox } from './outbox';
import { OutboxWorker } from './outbox-worker';

/** Messages to people, by e-mail and phone. */
@Module({ providers: [Outbox, OutboxWorker, BanNotice, { provide: Mailer, useClass: LogMailer }], exports: [Outbox, BanNotice] })
export class MailModule {}
