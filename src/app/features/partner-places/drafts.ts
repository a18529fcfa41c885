import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import * as v from 'valibot';
import { attempt } from '../../core/preference';
import { Remembered } from '../../core/session/remembered';
import { Session } from '../../core/session/session';

/** What is written about a request. */
export const COMPOSED_ACTIONS = ['approve', 'request-details', 'reject', 'message'] as const;
export type ComposedAction = (typeof COMPOSED_ACTIONS)[number];

const Draft = v.object({
  /** Of the request that it is about. */
  id: v.string(),
  /** What is being written right now; null while the composer is closed. */
  open: v.nullable(v.picklist(COMPOSED_ACTIONS)),
  texts: v.array(v.object({ action: v.picklist(COMPOSED_ACTIONS), text: v.string() })),
});
type Draft = Readonly<v.InferOutput<typeof Draft>>;

/** `owner` is the admin's id: whoever else signs in on this tab does not find them. */
const Kept = v.object({ owner: v.string(), drafts: v.array(Draft) });

/**
 * What was begun to be written about each request. It outlives the page and a reload of it, and nothing that arrives ever changes it;
 * with the session it is forgotten.
 */
@Service()
export class Drafts {
  private readonly remembered = inject(Remembered);
  private readonly session = inject(Session);
  private readonly drafts = signal<ReadonlyMap<string, Draft>>(this.load());

  constructor() {
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.drafts.set(new Map()));
  }

  /** What is being written about a request right now. */
  openFor(id: string): ComposedAction | null {
    return this.of(id).open;
  }

  text(id: string, action: ComposedAction): string {
    return textOf(this.of(id), action);
  }

  /** Whether anything was begun. */
  has(id: string): boolean {
    return this.of(id).texts.some(({ text }) => text.trim() !== '');
  }

  /** @param action null closes the composer; what was written stays. */
  open(id: string, action: ComposedAction | null): void {
    this.change(id, (draft) => ({ ...draft, open: action }));
  }

  write(id: string, action: ComposedAction, text: string): void {
    this.change(id, (draft) => ({ ...draft, texts: withText(draft, action, text) }));
  }

  /** It has been sent. */
  done(id: string, action: ComposedAction): void {
    this.change(id, (draft) => ({ ...draft, open: draft.open === action ? null : draft.open, texts: withText(draft, action, '') }));
  }

  private of(id: string): Draft {
    return this.drafts().get(id) ?? { id, open: null, texts: [] };
  }

  private change(id: string, change: (draft: Draft) => Draft): void {
    const drafts = new Map(this.drafts());
    const draft = change(this.of(id));
    if (draft.open === null && draft.texts.length === 0) drafts.delete(id);
    else drafts.set(id, draft);
    this.drafts.set(drafts);
    const owner = this.session.admin()?.id;
    if (owner !== undefined) this.remembered.keepDrafts(JSON.stringify({ owner, drafts: [...drafts.values()] }));
  }

  private load(): ReadonlyMap<string, Draft> {
    const kept = v.safeParse(
      Kept,
      attempt(() => JSON.parse(this.remembered.drafts() ?? '') as unknown),
    );
    const own = kept.success && kept.output.owner === this.session.admin()?.id ? kept.output.drafts : [];
    return new Map(own.map((draft) => [draft.id, draft]));
  }
}

function textOf({ texts }: Draft, action: ComposedAction): string {
  return texts.find((text) => text.action === action)?.text ?? '';
}

function withText({ texts }: Draft, action: ComposedAction, text: string): Draft['texts'] {
  const others = texts.filter((other) => other.action !== action);
  return text === '' ? others : [...others, { action, text }];
}
