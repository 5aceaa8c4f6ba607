/**
 * Where a text names an article: by its address, or by its title. A title is only taken for one where it is meant as one,
 * because "track your order" is also just a thing to do: in quotation marks, beside a word such as "article", or four words
 * and more written exactly like the title. A place that is missed costs a link; a wrong one claims a source that is none.
 */
import type { Citation } from '@rapport/contract';

export interface NamedArticle {
  id: number;
  title: string;
  /** In small letters; empty where unknown. */
  locale: string;
  addressKey: string | null;
}

export interface FoundCitation {
  article: number;
  how: Citation['how'];
  start: number;
  end: number;
  quote: string;
}

/** Which articles stand under an address or begin with two words; made once for many texts. */
export interface CitationIndex {
  byAddress: ReadonlyMap<string, readonly NamedArticle[]>;
  byBeginning: ReadonlyMap<string, readonly TitledArticle[]>;
}

interface TitledArticle {
  article: NamedArticle;
  words: readonly string[];
}

/** One word alone names too many things. */
const fewestTitleWords = 2;
/** So many words in a row are the title even without quotation marks, if they are written like it. */
const plainTitleWords = 4;

export function indexArticles(articles: readonly NamedArticle[]): CitationIndex {
  const byAddress = new Map<string, NamedArticle[]>();
  const byBeginning = new Map<string, TitledArticle[]>();
  for (const article of articles) {
    if (article.addressKey !== null) put(byAddress, article.addressKey, article);
    const words = wordsWithPlaces(article.title).map(({ word }) => word);
    if (words.length >= fewestTitleWords) put(byBeginning, `${words[0]} ${words[1]}`, { article, words });
  }
  // Of two titles that begin alike the longer one is meant where it stands whole.
  for (const titled of byBeginning.values()) titled.sort((a, b) => b.words.length - a.words.length);
  return { byAddress, byBeginning };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** In the order of the text, none within another; of two names of one article both. */
export function findCitations(text: string, index: CitationIndex): FoundCitation[] {
  const found = index.byAddress.size > 0 ? findAddresses(text, index) : [];
  if (index.byBeginning.size > 0) {
    for (const one of findTitles(text, index)) {
      if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Every part has a bound, so that no text makes this slow. */
const addresses =
  /(?<![\w.@/-])(?:https?:\/\/)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?::\d{1,5})?\/[^\s<>"'“”«»)\]]{1,900}/gi;

function findAddresses(text: string, { byAddress }: CitationIndex): FoundCitation[] {
  const found: FoundCitation[] = [];
  for (const { 0: match, index: start } of text.matchAll(addresses)) {
    const quote = match.replace(/[.,;:!?…]{1,5}$/, '');
    const article = chooseByLocale(byAddress.get(addressKeyOf(quote)) ?? [], quote);
    if (article !== null) found.push({ article: article.id, how: 'address', start, end: start + quote.length, quote });
  }
  return found;
}

/** Of the translations that share an address the one whose language stands in it, or the first. */
function chooseByLocale(articles: readonly NamedArticle[], address: string): NamedArticle | null {
  const parts = address.toLowerCase().split('/');
  return articles.find(({ locale }) => locale !== '' && parts.includes(locale)) ?? articles[0] ?? null;
}

function findTitles(text: string, { byBeginning }: CitationIndex): FoundCitation[] {
  const found: FoundCitation[] = [];
  const words = wordsWithPlaces(text);
  for (let at = 0; at + 1 < words.length; at++) {
    const titles = byBeginning.get(`${words[at]?.word} ${words[at + 1]?.word}`) ?? [];
    for (const { article, words: title } of titles) {
      if (!title.every((word, place) => words[at + place]?.word === word)) continue;
      const start = words[at]?.start ?? 0;
      const end = words[at + title.length - 1]?.end ?? start;
      if (!isMeant(text, { start, end, title: article.title, words: title.length })) continue;
      found.push({ article: article.id, how: 'title', start, end, quote: text.slice(start, end) });
      at += title.length - 1;
      break;
    }
  }
  return found;
}

const openers = /["“„«‘'*_[]\s?$/;
const closers = /^[?!.,]?\s?["”“»’'*_\]]/;
/** So near a title that it says what the title is. */
const nearby = 40;
const article =
  /\b(?:articles?|guides?|help (?:pages?|cent(?:re|er)|docs?)|faqs?|instructions|how-tos?|knowledge base)\b/i;

function isMeant(
  text: string,
  { start, end, title, words }: { start: number; end: number; title: string; words: number },
): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  const after = text.slice(end, end + nearby);
  if (openers.test(before) && closers.test(after)) return true;
  if (article.test(before) || article.test(after)) return true;
  return words >= plainTitleWords && title.includes(text.slice(start, end));
}

interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

function wordsWithPlaces(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map(({ 0: said, index: start }) => ({
    ...{ word: said.toLowerCase().replaceAll('’', "'"), start, end: start + said.length },
  }));
}

/**
 * What stays the same of an article's address whoever copies it: no protocol, no language, no words behind its number, no
 * query that a mail program has added.
 *
 * @example addressKeyOf('https://help.example.com/hc/en-gb/articles/360-Returns?utm_source=mail') // 'help.example.com/articles/360'
 */
export function addressKeyOf(address: string): string {
  const [host = '', ...rest] = address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/{1,9}$/, '')
    .split('/');
  const name = host.toLowerCase().replace(/^www\./, '');
  const numbered = /(?:^|\/)articles?\/(\d{1,25})(?:[-/].*)?$/i.exec(rest.join('/'));
  return numbered ? `${name}/articles/${numbered[1]}` : [name, ...rest].join('/');
}
