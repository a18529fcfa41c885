import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type * as v from 'valibot';
import { Session } from '../session/session';

/** An event that was not what the contract says. Nothing of its content is kept: it may be anything, of any size. */
export interface RejectedEvent {
  readonly event: string;
  /** What is wrong with it, as `path: expected this`. */
  readonly issues: readonly string[];
  /** When it came, by this machine's clock. */
  readonly at: Date;
}

/** The count of events that failed validation in this session, for the freshness panel's details. */
@Service()
export class RejectedEvents {
  private readonly counted = signal(0);
  private readonly latest = signal<RejectedEvent | null>(null);

  readonly count = this.counted.asReadonly();
  readonly last = this.latest.asReadonly();

  constructor() {
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.counted.set(0);
        this.latest.set(null);
      });
  }

  add(event: string, issues: readonly string[]): void {
    this.counted.update((count) => count + 1);
    this.latest.set({ event: shorten(event), issues: issues.map(shorten), at: new Date() });
  }
}

/** Says what was expected where; never what was there. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => `${issue.path?.map(({ key }) => String(key)).join('.') ?? 'payload'}: ${faultOf(issue)}`);
}

/** The contract's own code says it shortest. Other messages quote what was there. */
function faultOf({ message, type, expected }: v.BaseIssue<unknown>): string {
  if (/^[A-Z\d_]+$/u.test(message)) return message.toLowerCase();
  return expected === null ? type : `${type}, expected ${expected}`;
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
