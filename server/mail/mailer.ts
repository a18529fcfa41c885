import type { Message } from './message';

/** What carries messages out of the server. The default writes them to the log; a mail or SMS service is another implementation. */
export abstract class Mailer {
  /**
   * Sends one message, or gives up, within 20 s: after 30 s another process takes it for lost.
   *
   * @param id stays the same when a send is tried again: services that recognise it (`Message-ID`, an idempotency key) deliver once.
   * @throws when the message was not taken; it will be tried again.
   */
  abstract send(id: string, message: Message): Promise<void>;
}
