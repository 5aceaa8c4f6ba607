/** A made-up help centre for the bench of articles, and questions to it. Words are made up too: only how often they come matters. */
import { createRandom } from '@rapport/statistics';

export interface ArticleTexts {
  articles: { title: string; body: string }[];
  /** What somebody types into the search field. */
  searches: AskedText[];
  /** What a customer asks, in a sentence. */
  questions: AskedText[];
}

export interface AskedText {
  text: string;
  /** The place of the article whose title its words are of. */
  article: number;
}

const syllables =
  'ba be bi bo da de di do fa fe fi fo ga ge gi go ka ke ki ko la le li lo ma me mi mo na ne ni no'.split(' ');
const wordsOfText = 300;
const asked = 100;

/**
 * @param common how many words there are to choose from: 400 make every word stand in about every second article, 20,000
 * are as in a real help centre, where few words are everywhere and most are rare
 */
export function makeArticles(count: number, common: number): ArticleTexts {
  const { next } = createRandom(7);
  const whole = (below: number) => Math.floor(next() * below);
  const words = Array.from({ length: common }, (_, n) => wordOf(n));
  // Where there are many, the first are said far more often than the last, as in any language.
  const draw = (): string => words[common > 1000 ? Math.floor(common ** next()) - 1 : whole(common)] ?? 'bada';
  const say = (length: number): string => Array.from({ length }, draw).join(' ');
  const articles = Array.from({ length: count }, () => ({ title: say(5), body: `<p>${say(wordsOfText)}</p>` }));
  const ask = (write: (title: string[]) => string): AskedText => {
    const article = whole(count);
    return { article, text: write((articles[article]?.title ?? '').split(' ')) };
  };
  // What somebody tells beside what they ask is said in words that many say.
  const chat = (): string => words[common > 1000 ? Math.floor(common ** (0.6 * next())) - 1 : whole(common)] ?? 'bada';
  return {
    articles,
    searches: Array.from({ length: asked }, () => ask((title) => title.slice(0, 2 + whole(2)).join(' '))),
    questions: Array.from({ length: asked }, () =>
      ask((title) => `How do I ${title.join(' ')} with ${Array.from({ length: 6 }, chat).join(' ')}?`),
    ),
  };
}

const wordOf = (n: number): string => {
  const base = syllables.length;
  return [n % base, Math.floor(n / base) % base, Math.floor(n / base ** 2) % base, 7]
    .map((at) => syllables[at])
    .join('');
};
