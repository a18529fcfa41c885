/** A message to one person; `subject` goes unused by phone. */
export interface Message {
  readonly channel: 'email' | 'phone';
  /** An e-mail address, or a phone number in E.164. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}
