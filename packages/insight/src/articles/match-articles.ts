/**
 * Which articles fit a question, by the words they share. A word weighs the more, the fewer articles hold it; one that
 * stands in a title counts whole, one that stands only in the text counts for a little over half. An article fits when
 * what it holds is at least half of what the words of the question weigh: fewer, and every article would fit a little.
 *
 * The weight is the inverse document frequency of Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019
 */
export interface Posting {
  article: number;
  word: string;
  /** In the title, the section or the keywords. */
  isInTitle: boolean;
}

export interface ArticleMatch {
  article: number;
  /** 0 to 1: how much of the question it holds, by weight. */
  share: number;
  words: string[];
}

/** Where each word stands, over all articles that could answer. */
export interface ArticleIndex {
  articles: number;
  postings: ReadonlyMap<string, readonly Posting[]>;
}

const fits = 0.5;
const textOnly = 0.6;
const mostOffered = 3;
/** An article that no title word leads to must hold as many words of the question at least. */
const fewestInText = 3;

export function indexPostings(articles: number, postings: readonly Posting[]): ArticleIndex {
  const byWord = new Map<string, Posting[]>();
  for (const one of postings) {
    const known = byWord.get(one.word);
    if (known) known.push(one);
    else byWord.set(one.word, [one]);
  }
  return { articles, postings: byWord };
}

/** The best first; ties by id, so that the same question gets the same answer. None fits where nothing does. */
export function matchWords(asked: readonly string[], { articles, postings }: ArticleIndex): ArticleMatch[] {
  const weights = new Map(asked.map((word) => [word, rarity(articles, postings.get(word)?.length ?? 0)]));
  const whole = [...weights.values()].reduce((sum, one) => sum + one, 0);
  const found = new Map<number, { held: number; words: string[]; hasTitle: boolean }>();
  for (const [word, weight] of weights) {
    for (const { article, isInTitle } of postings.get(word) ?? []) {
      const one = found.get(article) ?? { held: 0, words: [], hasTitle: false };
      one.held += weight * (isInTitle ? 1 : textOnly);
      one.words.push(word);
      one.hasTitle ||= isInTitle;
      found.set(article, one);
    }
  }
  return [...found]
    .map(([article, { held, words, hasTitle }]) => ({ article, share: held / whole, words, hasTitle }))
    .filter(({ share, words, hasTitle }) => share >= fits && (hasTitle || words.length >= fewestInText))
    .sort((a, b) => b.share - a.share || a.article - b.article)
    .slice(0, mostOffered)
    .map(({ article, share, words }) => ({ article, share, words }));
}

/** The words of a question as one language cuts them, with where they stand in the articles of that language. */
export interface Lookup {
  words: readonly string[];
  index: ArticleIndex;
}

/** Over several languages: the shares are on one scale. */
export const matchLookups = (lookups: readonly Lookup[]): ArticleMatch[] =>
  lookups
    .flatMap(({ words, index }) => matchWords(words, index))
    .sort((a, b) => b.share - a.share || a.article - b.article)
    .slice(0, mostOffered);

const rarity = (articles: number, holding: number): number =>
  Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
