import type { MessageKey } from '../../core/i18n/translations';

/** Something that the palette offers to do. */
export interface Command {
  /** Tells it from the others, and the same one from before. */
  readonly id: string;
  /** In the active language; what somebody types is looked for in it. */
  readonly text: string;
  /** A path from `@mdi/js`. */
  readonly icon: string;
  readonly run: () => unknown;
}

/** A user as an answer to what was typed. */
export interface UserCommand extends Command {
  readonly email: string;
  readonly photoUrl: string | null;
}

/** Commands under a heading. */
export interface CommandGroup {
  readonly heading: MessageKey;
  readonly commands: readonly (Command | UserCommand)[];
}
