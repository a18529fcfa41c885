import { Injectable, Logger } from '@nestjs/common';
import { Mailer } from './mailer';
import type { Message } from './message';

/** Writes messages to the server's log, where a developer reads the code that a user would get. */
@Injectable()
export class LogMailer extends Mailer {
  private readonly logger = new Logger('Mail');

  override send(_id: string, { channel, recipient, subject, body }: Message): Promise<void> {
    this.logger.log(`To ${recipient} (by ${channel}): ${subject}\n${body}`);
    return Promise.resolve();
  }
}
