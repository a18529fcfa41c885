import type { Message, MessageKey } from '../../../core/i18n/translations';

/** A question that a text answers: what `TextDialog` shows, checks and sends. */
export interface TextQuestion {
  readonly title: Message;
  readonly note?: MessageKey;
  readonly label: MessageKey;
  readonly action: MessageKey;
  /** The button while the server has not answered. */
  readonly sending: MessageKey;
  readonly isDestructive: boolean;
  /** Several lines rather than one, in this language whatever the page's is. */
  readonly language?: 'en';
  readonly maxLength: number;
  /** What the field begins with. */
  readonly initial: string;
  /** What is wrong with an answer; null for nothing. */
  readonly complaint: (text: string) => MessageKey | null;
  /** @throws ApiError when the server refuses. */
  readonly send: (text: string) => Promise<void>;
}
