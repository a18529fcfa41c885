import type { Message } from '../../core/i18n/translations';

/** Something that the palette offers to do, or a place that it leads to. */
export interface Command {
  /** Tells it from the others, and the same one from before. */
  readonly id: string;
  /** In the active language; what somebody types is looked for in it. */
  readonly text: string;
  /** What tells it from others of its name: an address, a city. Looked for as well. */
  readonly detail?: string;
  /** What it is done to, as the heading says. Looked for as well. */
  readonly subject?: string;
  /** A path from `@mdi/js`. */
  readonly icon: string;
  /** A person's, or null where they have none; absent for what is no person. */
  readonly photoUrl?: string | null;
  /** It leads somewhere, so that one may want to go there again. */
  readonly isPlace?: boolean;
  readonly run: () => unknown;
}

/** Commands under a heading. */
export interface CommandGroup {
  readonly id: string;
  readonly heading: Message;
  readonly commands: readonly Command[];
}
