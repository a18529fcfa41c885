/** A rule of the protocol, and the edit that breaks it. The simulation has to notice each. */
export interface Mutant {
  readonly breaks: string;
  readonly file: string;
  /** Must stand in the file exactly once, so that a mutant never silently stops mutating. */
  readonly from: string;
  readonly to: string;
}

export const MUTANTS: readonly Mutant[] = [
  { breaks: 'missing events are replayed', file: 'fetch-planner', from: "want(cursor.behind > REPLAY_REACH ? 'snapshot' : 'replay', GAP_MS)", to: 'undefined' },
  { breaks: 'a deleted row is not brought back by an unordered event', file: 'overlay', from: 'row !== null && (this.entries.has(id) || this.gone.has(id))', to: 'row !== null && this.entries.has(id)' },
  { breaks: 'dirty is cleared when the request leaves, not at the answer', file: 'request-queue', from: '    this.flight = undefined;\n    if (error) {', to: '    this.flight = undefined;\n    this.wants.delete(need);\n    if (error) {' },
  { breaks: 'a duplicate changes nothing', file: 'stream-cursor', from: 'if (this.at?.log !== log || entry.seq > this.at.seq) this.buffer', to: 'if (this.at?.log === log && entry.seq <= this.at.seq) this.at = { log, seq: entry.seq - 1 };\n    this.buffer' },
  { breaks: 'one request at a time', file: 'request-queue', from: 'if (this.isStopped || this.flight || this.wants.size === 0) return;', to: 'if (this.isStopped || this.wants.size === 0) return;' },
  { breaks: 'a position is reached step by step, not taken from an event', file: 'stream-cursor', from: 'this.at = this.last = { log: this.at.log, seq: this.at.seq + 1 };', to: 'this.at = this.last = { log: this.at.log, seq: Math.max(this.at.seq + 1, this.heads.get(this.at.log) ?? 0) };' },
  { breaks: 'a snapshot that was overtaken is not taken', file: 'fetch-planner', from: 'position !== undefined && !isOlderThanAsked && replica.cursor.hasPassed(position)', to: 'false as boolean' },
  { breaks: 'another log means a snapshot', file: 'replica', from: 'isForeign || this.isBlocked', to: 'this.isBlocked' },
  { breaks: 'an event that failed validation is not skipped', file: 'replica', from: 'for (let entry = this.cursor.next(); isApplicable(entry); entry = this.cursor.next()) {', to: 'for (let entry = this.cursor.next(); entry; entry = this.cursor.next()) {\n      if (!isApplicable(entry)) { this.cursor.step(); continue; }' },
  { breaks: 'every connection is checked', file: 'live-list', from: '        this.awaitGreeting();\n', to: '' },
  { breaks: 'a greeting tells what was missed', file: 'replica', from: 'this.cursor.hear({ log: batch.log, seq: batch.head });\n    this.drain();', to: 'this.drain();' },
  { breaks: 'an own change stays shown until the stream confirms it', file: 'overlay', from: 'until.log === position.log ? until.seq <= position.seq : row !== null || order < mark', to: 'true' },
  { breaks: 'an own change is confirmed in the end', file: 'overlay', from: 'return this.drop(({ until }) => until?.log === position.log && until.seq <= position.seq);', to: 'return [];' },
  { breaks: 'a row behind the end of the window does not enter it', file: 'window', from: "return this.bound === 'end' || this.compare(place, this.bound) <= 0;", to: 'return true;' },
  { breaks: 'a page hears of what happened since it was read', file: 'replica', from: "if (change.kind !== 'invalidated') this.reapply(change);", to: '' },
  { breaks: 'a page that is ahead waits for the stream', file: 'fetch-planner', from: 'else if (position.seq > at.seq) replica.defer(position, take);\n', to: '' },
  { breaks: 'a page older than its request is fetched again', file: 'fetch-planner', from: 'else if (position.seq < from.seq) this.tryAgain(need);\n', to: '' },
  { breaks: 'an id stays pending until an answer is new enough', file: 'refetch-set', from: 'if (isNumbered ? position.seq < wait.at.seq : wait.order > mark) return false;', to: '' },
  { breaks: 'an own change stays shown when its echo does not say what it was', file: 'replica', from: 'if (this.refetches.answer(id, this.overlay.mark(), position)) this.confirmRow(id, row, position);', to: '' },
  { breaks: 'an event that does not say what it invalidates means a snapshot', file: 'replica', from: "(entry.change.kind !== 'invalidated' || entry.change.id !== undefined)", to: 'true' },
  { breaks: 'a page hears of what an own answer said since it was read', file: 'replica', from: "if (at) this.recording?.push({ seq: at.seq, change: row === null ? { kind: 'deleted', id } : { kind: 'updated', row }, growth: undefined });", to: '' },
  { breaks: 'an answer from another history covers no row of ours', file: 'replica', from: 'if (row !== null && (isForeign || this.overlay.isGone(id))) return;', to: 'if (row !== null && this.overlay.isGone(id)) return;' },
  { breaks: 'a snapshot from another history puts an end to what was shown of ours', file: 'overlay', from: 'row !== null || order < mark', to: 'order < mark' },
  { breaks: 'an answer for an old query is thrown away', file: 'fetch-planner', from: '  restart(): void {\n    this.requests.abandon();', to: '  restart(): void {' },
  { breaks: 'a request that hangs is given up', file: 'request-queue', from: 'giveUp: this.timers.after(this.timeout, () => {', to: 'giveUp: this.timers.after(1e9, () => {' },
  { breaks: 'a count is adjusted only where membership is known', file: 'window', from: "certainty: growth === undefined ? 'about' : counted.certainty", to: 'certainty: counted.certainty' },
]; // prettier-ignore
