import { Mailer } from '../mail/mailer';
import type { Message } from '../mail/message';

/** Keeps messages instead of sending them. */
export class RecordingMailer extends Mailer {
  readonly sent: (Message & { readonly id: string })[] = [];
  /** How many more it refuses. */
  failures = 0;

  override send(id: string, message: Message): Promise<void> {
    this.sent.push({ id, ...message });
    return this.failures-- > 0 ? Promise.reject(new Error('The service is away')) : Promise.resolve();
  }
}
