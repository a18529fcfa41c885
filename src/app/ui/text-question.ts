import type { Signal } from '@angular/core';
import type { CodedError } from '../core/i18n/error-texts';
import type { Message, MessageKey } from '../core/i18n/translations';
import type { Change } from './seen';

/** Why the server did not take what it was sent. An `ApiError` is one. */
export type Refusal = CodedError & {
  readonly requestId?: string | undefined;
  /** With `STALE`: the row as it is now. */
  readonly current?: unknown;
};

/** What somebody else changed since the question was asked. */
export interface News {
  /** Null while nothing has. */
  readonly changes: Signal<readonly Change[] | null>;
  acknowledge(): void;
}

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
  /** Where the answer rests on something that others change too: nothing is sent before they have looked. */
  readonly news?: News;
  /** @returns why it was refused; null when it was done. */
  readonly send: (text: string) => Promise<Refusal | null>;
}
