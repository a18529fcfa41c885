interface Wait {
  readonly since: number;
  readonly done: () => void;
}

/** Tells own actions when the server's own word of them has come: an event of the row, or the list itself. Moments are a mirror's. */
export class Confirmations {
  private readonly heard = new Map<string, number>();
  private readonly waits = new Map<string, Wait[]>();
  private compared = -1;

  /** Resolves when an event tells of an id after a moment, or a list that was asked for after it is here. */
  of(id: string, since: number): Promise<void> {
    if ((this.heard.get(id) ?? -1) > since || this.compared > since) return Promise.resolve();
    return new Promise((done) => this.waits.set(id, [...(this.waits.get(id) ?? []), { since, done }]));
  }

  /** An event told of this id. */
  hear(id: string, moment: number): void {
    this.heard.set(id, moment);
    this.settle(id, moment);
  }

  /** A list is here that was asked for at `moment`. */
  compare(moment: number): void {
    this.compared = moment;
    for (const [id, heard] of this.heard) if (heard <= moment) this.heard.delete(id);
    for (const id of [...this.waits.keys()]) this.settle(id, moment);
  }

  clear(): void {
    this.waits.clear();
    this.heard.clear();
  }

  private settle(id: string, moment: number): void {
    const open: Wait[] = [];
    for (const wait of this.waits.get(id) ?? []) {
      if (wait.since < moment) wait.done();
      else open.push(wait);
    }
    if (open.length > 0) this.waits.set(id, open);
    else this.waits.delete(id);
  }
}
