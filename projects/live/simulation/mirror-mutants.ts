import type { Mutant } from './mutants';

/** The rules of a list without numbers (docs/adr/0022), and the edits that break them. */
export const MIRROR_MUTANTS: readonly Mutant[] = [
  { breaks: 'a row that was told of after the request left is not replaced by its answer', file: 'mirror', from: '(this.changedAt.get(id) ?? -1) > mark || ', to: '' },
  { breaks: 'a row that went after the request left is not brought back by its answer', file: 'mirror', from: ' || (this.goneAt.get(id) ?? -1) > mark;', to: ';' },
  { breaks: 'a deleted row is not brought back by a late event', file: 'mirror', from: 'else if (this.goneAt.has(id)) this.doubt();', to: '' },
  { breaks: 'a row that is no longer listed goes', file: 'mirror', from: 'if (!listed.has(id) && !isNewer(id)) this.bury(id);', to: 'if (!listed.has(id) && isNewer(id)) this.bury(id);' },
  { breaks: 'a list from before the connection is not believed', file: 'mirror', from: '        this.requests.abandon();\n', to: '' },
  { breaks: 'the list is compared regularly', file: 'mirror', from: "if (!this.requests.has('snapshot')) this.want(0);", to: '' },
  { breaks: 'a lost connection ends the trust in the rows', file: 'mirror', from: 'this.isUp = false;\n        this.distrust();', to: '' },
  { breaks: 'no more requests leave than the budget allows', file: 'request-budget', from: 'const allowed = Math.max(1,', to: 'const allowed = Math.max(60,' },
]; // prettier-ignore
