import type { Browser } from '../browser/browser';
import type { Contestant } from '../contestants';
import type { Result } from '../report/result';
import type { WebServers } from '../web-servers';

/** What a scenario has to work with. */
export interface Arena {
  readonly browser: Browser;
  readonly web: WebServers;
  readonly contestants: readonly Contestant[];
  /** A smoke run: everything is tried, little of it, and the numbers say nothing. */
  readonly isQuick: boolean;
  readonly rounds: number;
  readonly log: (line: string) => void;
}

export type Scenario = (arena: Arena) => Promise<Result>;
