import { RANK, ranking } from './rank';

describe('The rank of what is found', () => {
  const rankOf = (typed: string, ...texts: string[]) => ranking(typed)(texts);

  it('is best for the whole name, then for its beginning, for beginnings of words, for what lies inside', () => {
    expect(rankOf('Mara', 'Mara')).toBe(RANK.whole);
    expect(rankOf('mar', 'Mark all as read')).toBe(RANK.beginning);
    expect(rankOf('all read', 'Mark all as read')).toBe(RANK.words);
    expect(rankOf('ark', 'Mark all as read')).toBe(RANK.inside);
    expect(rankOf('marx', 'Mark all as read')).toBeUndefined();
  });

  it('takes the words in any order, from any of the texts', () => {
    expect(rankOf('souza ana', 'Ana Maria Souza', 'ana@example.com')).toBe(RANK.words);
    expect(rankOf('ana@', 'Souza', 'ana@example.com')).toBe(RANK.beginning);
  });

  it('does not care for case, accents or letters that are written either way', () => {
    expect(rankOf('JOSE', 'José')).toBe(RANK.whole);
    expect(rankOf('احمد', 'أحمد')).toBe(RANK.whole);
  });
});
