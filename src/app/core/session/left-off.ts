import { DOCUMENT, inject, Service } from '@angular/core';
import * as v from 'valibot';
import { attempt } from '../preference';

const KEY = 'moien.left-off';

/** Where a session ended. The admin's id keeps it from another admin who signs in on this tab; the row is the one that had the focus. */
const LeftOff = v.object({ owner: v.string(), path: v.string(), row: v.nullable(v.string()) });
type LeftOff = Readonly<v.InferOutput<typeof LeftOff>>;

/** Remembers for this tab, over a reload too, where an admin was when their session ended without their doing. */
@Service()
export class LeftOffs {
  private readonly window = inject(DOCUMENT).defaultView;
  /** Where storage is blocked. */
  private held: string | undefined;

  keep(place: LeftOff): void {
    this.held = JSON.stringify(place);
    attempt(() => this.window?.sessionStorage.setItem(KEY, this.held ?? ''));
  }

  /** @returns where this admin left off, once; undefined for anybody else, whom it is then forgotten for. */
  take(owner: string | undefined): LeftOff | undefined {
    const text = attempt(() => this.window?.sessionStorage.getItem(KEY)) ?? this.held;
    this.forget();
    const place = v.safeParse(
      LeftOff,
      attempt(() => JSON.parse(text ?? '') as unknown),
    );
    return place.success && place.output.owner === owner ? place.output : undefined;
  }

  forget(): void {
    this.held = undefined;
    attempt(() => this.window?.sessionStorage.removeItem(KEY));
  }
}
