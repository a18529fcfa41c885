import { BROADCASTS, type Broadcast } from '#contract/events';
import type { ReplayPage } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import type { Batch, Change, Entry } from '@moien/live/engine';
import type * as v from 'valibot';
import { fromServer } from '../api/from-server';
import { describeIssues, type RejectedEvents } from './rejected-events';

/** What a valid broadcast of a stream does to its rows. */
export type ChangeOf<N extends StreamName, TRow> = (broadcast: Broadcast<N>) => Change<TRow>;

/** Validates a stream's events, each once, whichever way they came; what is not valid is counted and does nothing. Never throws. */
export class StreamDecoder<N extends StreamName, TRow> {
  private readonly schemas: ReadonlyMap<string, v.GenericSchema>;

  constructor(
    namespace: N,
    private readonly changeOf: ChangeOf<N, TRow>,
    private readonly rejected: RejectedEvents,
  ) {
    this.schemas = new Map(Object.entries(BROADCASTS[namespace]));
  }

  get events(): Iterable<string> {
    return this.schemas.keys();
  }

  /** @returns undefined for an event that is unknown (a newer server's) or whose payload failed. */
  broadcast(event: string, payload: unknown): Broadcast<N> | undefined {
    const schema = this.schemas.get(event);
    const result = schema && fromServer(schema, payload);
    // The schema came by this name from the very map that the type is made of.
    if (result?.success) return { event, payload: result.output } as Broadcast<N>;
    this.rejected.add(event, result ? describeIssues(result.issues) : ['event: unknown']);
    return undefined;
  }

  change(broadcast: Broadcast<N> | undefined): { change?: Change<TRow> } {
    return broadcast ? { change: this.changeOf(broadcast) } : {};
  }

  entry(seq: number, broadcast: Broadcast<N> | undefined): Entry<TRow> {
    return { seq, ...this.change(broadcast) };
  }

  /** What a page of history brings. */
  replayed({ data, pagination: { log, head } }: ReplayPage): Batch<TRow> {
    return { log, head, entries: data.map(({ seq, event, payload }) => this.entry(seq, this.broadcast(event, payload))) };
  }
}
