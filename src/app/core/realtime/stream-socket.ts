import { inject } from '@angular/core';
import type { Broadcast } from '#contract/events';
import { EventMeta, StreamBatch } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import type { Entry, LinkEvent } from '@moien/live/engine';
import { type Observable, Subject } from 'rxjs';
import * as v from 'valibot';
import { Gathering } from './gathering';
import { LinkSource } from './link-source';
import { describeIssues, RejectedEvents } from './rejected-events';
import { type ChangeOf, StreamDecoder } from './stream-decoder';
import { WIRE } from './wire-token';

/** One broadcast as it came by itself; `meta` numbers it, unless the server is an older one. */
interface Single {
  readonly event: string;
  readonly payload: unknown;
  readonly meta: unknown;
}

/** A namespace whose broadcasts are numbered. It listens from its making on, so make it before connecting. */
export abstract class StreamSocket<N extends StreamName, TRow> {
  private readonly rejected = inject(RejectedEvents);
  private readonly decoder: StreamDecoder<N, TRow>;
  private readonly heard = new Subject<Broadcast<N>>();
  private readonly source: LinkSource<TRow>;
  private readonly singles = new Gathering<Single>((singles) => this.hearSingles(singles));

  /** Every valid broadcast, in order of arrival, numbered or not. */
  readonly events$: Observable<Broadcast<N>> = this.heard.asObservable();
  /** What a live collection wants to know of this connection. */
  readonly link$: Observable<LinkEvent<TRow>>;

  protected constructor(namespace: N, changeOf: ChangeOf<N, TRow>) {
    this.decoder = new StreamDecoder(namespace, changeOf, this.rejected);
    const socket = inject(WIRE).socket(`/${namespace}`);
    // Before the source tells of the end: what was heard until then comes first.
    socket.on('disconnect', this.singles.flush);
    this.source = new LinkSource(socket);
    this.link$ = this.source.link$;
    socket.on('stream', (frame) => this.hearBatch(frame));
    for (const event of this.decoder.events) socket.on(event, (payload, meta) => this.singles.add({ event, payload, meta }));
  }

  private hearBatch(frame: unknown): void {
    this.singles.flush();
    const batch = v.safeParse(StreamBatch, frame, { abortEarly: true });
    if (!batch.success) {
      this.rejected.add('stream', describeIssues(batch.issues));
      this.source.next({ kind: 'unordered' });
      return;
    }
    const { log, head, events } = batch.output;
    const entries = events.map(({ seq, event, payload }) => this.decoder.entry(seq, this.decode(event, payload)));
    this.source.next({ kind: 'batch', batch: { log, head, entries } });
  }

  /** Numbered ones that follow each other are a batch; one without a number is unordered. */
  private hearSingles(singles: readonly Single[]): void {
    let entries: Entry<TRow>[] = [];
    let batch: { readonly log: string; readonly head: number } | undefined;
    const handOn = (): void => {
      if (batch) this.source.next({ kind: 'batch', batch: { ...batch, entries } });
      batch = undefined;
      entries = [];
    };
    for (const { event, payload, meta } of singles) {
      const broadcast = this.decode(event, payload);
      const place = v.safeParse(EventMeta, meta, { abortEarly: true });
      if (place.success) {
        const { log, seq } = place.output;
        if (batch && batch.log !== log) handOn();
        batch = { log, head: Math.max(seq, batch?.head ?? 0) };
        entries.push(this.decoder.entry(seq, broadcast));
        continue;
      }
      if (meta !== undefined && broadcast) this.rejected.add(event, describeIssues(place.issues));
      handOn();
      this.source.next({ kind: 'unordered', ...this.decoder.change(broadcast) });
    }
    handOn();
  }

  private decode(event: string, payload: unknown): Broadcast<N> | undefined {
    const broadcast = this.decoder.broadcast(event, payload);
    if (broadcast) this.heard.next(broadcast);
    return broadcast;
  }
}
