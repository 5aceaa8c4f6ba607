/**
 * Which articles fit a question, by the words they share. A word weighs the more, the fewer articles hold it, and in an
 * article the more, the oftener it stands there, up to one; its title counts once more.
 *
 * How well an article fits has three parts: how much of what the question's words weigh it holds, how much that is at all,
 * counted in words that only one article holds, and how much of its title the question says. Each alone goes wrong: a short
 * question is held whole by chance, a long one by nothing, and a title of one word by everything. What is below the limit
 * is not offered. The limit and the weights were chosen on one half of labelled questions and measured on the other.
 *
 * The weights of words are those of Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019
 */
import type { AskedStem } from './asked-words.ts';

/** Where one word stands: at the same place of each list the same article. */
export interface Standing {
  articles: readonly number[];
  /** 4 for every time it stands in the text, 2 where it stands in the title, 1 where it stands in section or keywords. */
  marks: readonly number[];
}

/** Where the words of a question stand, over all articles that could answer. */
export interface WordIndex {
  articles: number;
  words: ReadonlyMap<string, Standing>;
}

export interface Candidate {
  article: number;
  /** What it holds of the question, by weight. */
  held: number;
  /** 0 to 1: how much of the question that is. */
  share: number;
  /** The words of the question that it holds. */
  words: string[];
}

/** A word of a title, with how many articles hold it. */
export interface TitleWord {
  word: string;
  articles: number;
}

export interface ArticleMatch {
  article: number;
  /** How well it fits; from `leastFit` on it is worth offering. */
  fit: number;
  /** The words of the question that it holds … */
  words: string[];
  /** … and in which forms they may stand there. */
  forms: string[];
}

export const leastFit = 0.75;
export const mostOffered = 3;
const byAmount = 0.5;
const byTitle = 0.6;
/** "Can this be changed?" is held whole by whatever says "change". */
const byOneWord = 0.6;
const besideTitle = 0.5;
/** So many that hold most, and so many whose titles do: the rest is behind them by more than the other can make up for. */
const mostCandidates = 12;

/** Of articles that hold anything those that may fit, before their titles are looked at. */
export function findCandidates(asked: readonly AskedStem[], { articles, words }: WordIndex): Candidate[] {
  const found = new Map<number, Candidate & { titled: number }>();
  let whole = 0;
  let says = false;
  for (const { key, forms, weight, isOptional } of asked) {
    const best = new Map<number, number>();
    const titled = new Map<number, number>();
    let own = 0;
    for (const [form, worth] of forms) {
      const standing = words.get(form);
      if (standing === undefined) continue;
      const value = worth * rarityOf(articles, standing.articles.length);
      own = Math.max(own, value);
      for (let place = 0; place < standing.articles.length; place += 1) {
        const article = standing.articles[place] ?? 0;
        const mark = standing.marks[place] ?? 0;
        const here = value * densityOf(mark);
        if (here > (best.get(article) ?? 0)) best.set(article, here);
        if (isInTitle(mark) && value > (titled.get(article) ?? 0)) titled.set(article, value);
      }
    }
    says ||= !isOptional && best.size > 0;
    if (own > 0 || !isOptional) whole += weight * (own > 0 ? own : rarityOf(articles, 0));
    for (const [article, value] of best) {
      const inTitle = titled.get(article) ?? 0;
      const one = found.get(article);
      if (one === undefined) {
        found.set(article, { article, held: weight * value, share: 0, words: [key], titled: inTitle });
      } else {
        one.held += weight * value;
        one.titled += inTitle;
        one.words.push(key);
      }
    }
  }
  if (!says) return [];
  const byHeld = [...found.values()].sort((a, b) => b.held - a.held || a.article - b.article);
  const byTitles = byHeld.filter(({ titled }) => titled > 0).sort((a, b) => b.titled - a.titled || b.held - a.held);
  return [...new Set([...byHeld.slice(0, mostCandidates), ...byTitles.slice(0, mostCandidates)])].map(
    ({ titled: _, ...one }) => ({ ...one, share: one.held / whole }),
  );
}

/** The best first; ties by id, so that the same question gets the same answer. Also those too far off to be offered. */
export function judgeCandidates(
  candidates: readonly Candidate[],
  {
    asked,
    articles,
    titles,
  }: { asked: readonly AskedStem[]; articles: number; titles: ReadonlyMap<number, readonly TitleWord[]> },
): ArticleMatch[] {
  const formsOf = new Map(asked.map((one) => [one.key, [...one.forms.keys()]]));
  const forms = new Set([...formsOf.values()].flat());
  const unit = Math.log(1 + articles);
  return candidates
    .map(({ article, held, share, words }) => {
      const title = titleShare(titles.get(article) ?? [], { forms, articles });
      return {
        article,
        fit: share * (words.length === 1 ? byOneWord : 1) + (byAmount * held) / unit + byTitle * title,
        words,
        forms: words.flatMap((word) => formsOf.get(word) ?? []),
      };
    })
    .sort((a, b) => b.fit - a.fit || a.article - b.article);
}

/** Over several languages: what fits is on one scale. */
export const chooseFitting = (judged: readonly ArticleMatch[]): ArticleMatch[] =>
  judged
    .filter(({ fit }) => fit >= leastFit)
    .sort((a, b) => b.fit - a.fit || a.article - b.article)
    .slice(0, mostOffered);

/** How much of a title the question says, by weight. */
function titleShare(
  title: readonly TitleWord[],
  { forms, articles }: { forms: ReadonlySet<string>; articles: number },
): number {
  let [said, whole] = [0, 0];
  for (const { word, articles: holding } of title) {
    const weight = rarityOf(articles, holding);
    whole += weight;
    if (forms.has(word)) said += weight;
  }
  return whole === 0 ? 0 : said / whole;
}

export interface RankedArticle {
  article: number;
  worth: number;
}

/** What a search found, with what it is worth by all of its words. Somebody who types a title wants that article. */
export function rankFound(found: readonly number[], { articles, words }: WordIndex): RankedArticle[] {
  const worth = new Map(found.map((article) => [article, 0]));
  for (const standing of words.values()) {
    const rarity = rarityOf(articles, standing.articles.length);
    for (let place = 0; place < standing.articles.length; place += 1) {
      const article = standing.articles[place] ?? 0;
      const known = worth.get(article);
      if (known === undefined) continue;
      const inTitle = isInTitle(standing.marks[place] ?? 0) ? 1 : 0;
      worth.set(article, known + rarity * (densityOf(standing.marks[place] ?? 0) + inTitle));
    }
  }
  return [...worth].map(([article, value]) => ({ article, worth: value }));
}

const isInTitle = (mark: number): boolean => (mark & 2) !== 0;

/** 0 to 1. */
function densityOf(mark: number): number {
  const count = (mark >> 2) + (isInTitle(mark) ? 1 : 0) + (mark & 1) * besideTitle;
  return count / (count + 1);
}

const rarityOf = (articles: number, holding: number): number =>
  Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
