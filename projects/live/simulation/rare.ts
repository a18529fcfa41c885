import { CALM, type Faults, type Wire } from './network';
import type { Scenario } from './scenario';

const SLOW: Faults = { ...CALM, httpDelay: 3_000, emitDelay: 2 };
/** A fault that never happens is drawn all the same where its chance is not 0, and shifts what is drawn after it. */
const DRAWN = 5e-324;
const BATCHED: Wire = { numbers: 'all', isBatched: true, isRowless: false, saysGone: false };

/** What only one schedule in many ten thousand finds. */
export const RARE: Readonly<Record<string, Scenario>> = {
  'a page read before an own deletion comes after its answer': {
    seed: -2,
    wire: { numbers: 'all', isBatched: false, isRowless: true, saysGone: false },
    faults: { ...SLOW, httpHangs: DRAWN },
    steps: [
      { wait: 0, what: 'offline' },
      { wait: 600, what: 'scroll' },
      { wait: 3_000, what: 'burst' },
      { wait: 40, what: 'act' },
      { wait: 3_000, what: 'write' },
    ],
  },
  'the answer to an own action comes after a snapshot of the history that followed': {
    seed: 910_810_629,
    wire: BATCHED,
    faults: { ...SLOW, emitDelay: 400, badPayloads: DRAWN, httpFailures: DRAWN },
    steps: [
      { wait: 0, what: 'scroll' },
      { wait: 120, what: 'freeze' },
      { wait: 0, what: 'act' },
      { wait: 40, what: 'burst' },
      { wait: 5, what: 'freeze' },
      { wait: 0, what: 'write' },
      { wait: 0, what: 'burst' },
      { wait: 600, what: 'freeze' },
      { wait: 5, what: 'write' },
      { wait: 600, what: 'newLog' },
    ],
  },
  'a snapshot of the history that followed comes after the answer to an own action': {
    seed: -1_008_732_410,
    wire: BATCHED,
    faults: { ...SLOW, loss: DRAWN, duplicates: DRAWN, reordering: DRAWN, httpHangs: DRAWN },
    steps: [
      { wait: 40, what: 'write' },
      { wait: 0, what: 'act' },
      { wait: 600, what: 'query' },
      { wait: 0, what: 'newLog' },
      { wait: 0, what: 'write' },
    ],
  },
};
