import { foldText } from '#contract/text';

/** How well a text answers what was typed, from the best. */
export const RANK = { whole: 0, beginning: 1, words: 2, inside: 3 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/**
 * Ranks what is there to be found. The same folding as the server's search: case, accents and letter variants make no difference.
 *
 * @example const rank = ranking('mar'); rank(['Mark all as read']) // RANK.beginning
 */
export function ranking(typed: string): (texts: readonly string[]) => Rank | undefined {
  const needle = foldText(typed);
  const wanted = wordsOf(needle);
  return (texts) => {
    const folded = texts.map(foldText);
    if (folded.includes(needle)) return RANK.whole;
    if (folded.some((text) => text.startsWith(needle))) return RANK.beginning;
    const words = folded.flatMap(wordsOf);
    if (wanted.every((part) => words.some((word) => word.startsWith(part)))) return RANK.words;
    return wanted.every((part) => folded.some((text) => text.includes(part))) ? RANK.inside : undefined;
  };
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
