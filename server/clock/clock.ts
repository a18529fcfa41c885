import { Injectable } from '@nestjs/common';

/** The time, as everything that promises something about time asks for it; specs give one that they can turn. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** @returns the moment so many milliseconds from now; before now when negative. */
  in(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }
}
