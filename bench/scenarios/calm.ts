import { setTimeout as sleep } from 'node:timers/promises';
import { BenchServer } from '../backend/bench-server';
import type { Mix } from '../backend/users-table';
import { BATCHES } from '../contestants';
import { exactly, type Check } from '../report/result';
import { endRest, lookAt, pillText, type Rest, rowInSight, watchRest } from './rest-watch';
import type { Arena, Scenario } from './scenario';

const MIX: Mix = { created: 0.3, deleted: 0.3 };
const USERS = 120;
const RATE = 20;
/** Where in the list, and of the rows in sight on which, somebody points: as shares of all. */
const PLACES = [
  { name: 'top', share: 0 },
  { name: 'middle', share: 0.5 },
  { name: 'end', share: 1 },
];
const LANGUAGES = ['en', 'ar'] as const;

interface Measured extends Rest {
  /** What the pill says at the end: how many are new, how many removed. */
  readonly waiting: string;
}

/** A pointer rests on a row while others create, change and delete users all around it, in both directions of writing. */
export const calm: Scenario = async (arena) => {
  const seconds = arena.isQuick ? 1 : 120 / PLACES.length;
  const table = [['language', 'pointer', 'changes', 'frames', 'row moved, px', 'frames without it']];
  const checks: Check[] = [];
  for (const language of LANGUAGES)
    for (const place of PLACES) {
      const { moved, missing, frames, waiting } = await measure(arena, language, place, seconds);
      arena.log(`calm, ${language}, ${place.name}: ${String(moved)} px, ${String(missing)} of ${String(frames)} frames without the row`);
      table.push([language, place.name, String(seconds * RATE), String(frames), String(moved), String(missing)]);
      checks.push(exactly(`Pixels that a pointed-at row moves: ${language}, ${place.name}`, moved, 0));
      checks.push(exactly(`Frames without it: ${language}, ${place.name}`, missing, 0));
      checks.push(exactly(`What waits is said: ${language}, ${place.name}`, Number(/\p{Nd}.*\p{Nd}/u.test(waiting)), 1));
    }
  const how = `${String(RATE)} changes a second (30 % created, 40 % updated, 30 % deleted) for two minutes in each direction, over a list that begins with ${String(USERS)} users, so that many of them go.`;
  return { title: 'Calm', how, table, checks };
};

async function measure({ browser, contestants }: Arena, language: string, place: (typeof PLACES)[number], seconds: number): Promise<Measured> {
  const product = contestants.find(({ name }) => name === BATCHES);
  if (!product) throw new Error('The product does not take part');
  const server = await BenchServer.start({ users: USERS, batches: true });
  const tab = await browser.open();
  await (language === 'ar' ? tab.beforeEachPage(speakArabic) : Promise.resolve());
  await product.open(tab, server);
  await tab.evaluate(lookAt, place.share);
  const { x, y } = await tab.evaluate(rowInSight, place.share);
  await tab.point(x, y);
  await tab.evaluate(watchRest, x, y);
  for (let change = 0; change < seconds * RATE; change++) {
    server.append([server.table.change(MIX)]);
    await sleep(1000 / RATE);
  }
  await server.feed.idle();
  await tab.settled();
  const rest = await tab.evaluate(endRest);
  const waiting = await tab.evaluate(pillText);
  await tab.close();
  await server.close();
  return { ...rest, waiting };
}

/** Runs in the page. */
function speakArabic(): void {
  localStorage.setItem('moien.language', 'ar');
}
