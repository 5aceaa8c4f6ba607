import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKeyOf, findCitations, indexArticles, type NamedArticle } from './find-citations.ts';
import { findGaps } from './find-gaps.ts';
import { isQuestion, partsToAsk } from './is-question.ts';
import { indexPostings, matchWords, type Posting } from './match-articles.ts';

const named = (id: number, title: string, address: string | null = null, locale = ''): NamedArticle => ({
  ...{ id, title, locale, addressKey: address === null ? null : addressKeyOf(address) },
});
const index = indexArticles([
  named(1, 'Returning something you bought', 'https://help.example.com/hc/en-gb/articles/360001-Returning', 'en-gb'),
  named(2, 'Etwas zurückgeben', 'https://help.example.com/hc/de/articles/360001-Etwas', 'de'),
  named(3, 'Track your order', 'https://shop.example.com/help/track-your-order'),
  named(4, 'Refunds'),
  named(5, 'When your refund arrives'),
]);
const found = (text: string) => findCitations(text, index).map(({ article, quote }) => [article, quote]);

describe('an address', () => {
  it.each([
    ['https://help.example.com/hc/en-gb/articles/360001', 1],
    ['http://www.help.example.com/hc/articles/360001-Other-words?utm_source=mail#top', 1],
    ['help.example.com/hc/de/articles/360001', 2],
    ['https://shop.example.com/help/track-your-order/', 3],
  ])('is known again: %s', (address, article) => {
    for (const text of [`See ${address}.`, `(${address})`, `See "${address}", please`, `<${address}>`]) {
      expect(found(text), text).toEqual([[article, address]]);
    }
  });

  it('of another article or another host is none of ours', () => {
    expect(
      found('https://help.example.com/hc/en-gb/articles/3600012 and https://evil.example/hc/articles/360001'),
    ).toEqual([]);
  });

  it('is told by its number where the help centre numbers, else by its path', () => {
    expect(addressKeyOf('https://intercom.example/en/articles/801-changing-it')).toBe('intercom.example/articles/801');
    expect(addressKeyOf('https://docs.example.net/article/12-where-is-it')).toBe('docs.example.net/articles/12');
    expect(addressKeyOf('https://shop.example.com/help/a')).toBe('shop.example.com/help/a');
  });
});

describe('a title', () => {
  it('counts in quotation marks, beside a word such as article, and exactly as written', () => {
    expect(found('Please read “Track your order” first.')).toEqual([[3, 'Track your order']]);
    expect(found('In our help article track your order you find it.')).toEqual([[3, 'track your order']]);
    expect(found('See When your refund arrives for the days.')).toEqual([[5, 'When your refund arrives']]);
  });

  it('does not count where it is just said', () => {
    expect(found('You can track your order in the app.')).toEqual([]);
    expect(found('I will write when your refund arrives.')).toEqual([]);
    expect(found('Refunds take a week, says the guide.')).toEqual([]);
  });

  it('is quoted exactly, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before} “Track your order” ${after} https://shop.example.com/help/track-your-order `;
        const all = findCitations(text, index);
        expect(all.length).toBeGreaterThan(0);
        for (const { start, end, quote } of all) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['track your ', 'a.b.c-', 'https://', '“', 'help.example.com/', 'x/']) {
      const began = process.cpuUsage();
      findCitations(piece.repeat(Math.ceil(300_000 / piece.length)), index);
      expect(process.cpuUsage(began).user / 1000, piece).toBeLessThan(2500);
    }
  });
});

const postings: Posting[] = [
  ...[1, 2, 3].map((article) => ({ article, word: 'order', isInTitle: article === 1 })),
  { article: 1, word: 'track', isInTitle: true },
  { article: 2, word: 'cancel', isInTitle: true },
  { article: 3, word: 'jersey', isInTitle: false },
];

describe('matching', () => {
  const articles = indexPostings(10, postings);
  const ids = (...words: string[]) => matchWords(words, articles).map(({ article }) => article);

  it('weighs rare words more than those every article holds', () => {
    expect(ids('cancel', 'order')[0]).toBe(2);
    expect(ids('track', 'order')[0]).toBe(1);
  });

  it('finds nothing where most of the question is unknown', () => {
    expect(ids('order', 'gift', 'wrap', 'colour')).toEqual([]);
    expect(ids()).toEqual([]);
    expect(matchWords(['order'], indexPostings(0, []))).toEqual([]);
  });

  it('wants more than one word where none stands in a title', () => {
    expect(ids('jersey')).toEqual([]);
  });

  it('gives the same answer in whatever order the words come', () => {
    expect(matchWords(['order', 'cancel'], articles).map(({ share }) => share)).toEqual(
      matchWords(['cancel', 'order'], articles).map(({ share }) => share),
    );
  });
});

describe('gaps', () => {
  const articles = indexPostings(10, postings);
  const asked = (conversation: number, quote: string, ...words: string[]) => ({
    question: { conversationId: String(conversation), messageId: 'm', start: 0, end: quote.length, quote },
    lookups: [{ words, index: articles }],
  });

  it('are what no article fits, grouped by shared words, each wording once', () => {
    const gaps = findGaps([
      asked(1, 'Do you deliver speakers to Jersey?', 'deliv', 'speaker', 'jersey'),
      asked(2, 'do you deliver speakers to jersey?', 'deliv', 'speaker', 'jersey'),
      asked(3, 'Can speakers be delivered to Jersey too?', 'deliv', 'speaker', 'jersey'),
      asked(4, 'How do I cancel?', 'cancel'),
      asked(5, 'Can you help?'),
      asked(6, 'Is this under guarantee?', 'guarante'),
      asked(7, 'is this under guarantee', 'guarante'),
      asked(8, 'Do you sell umbrellas?', 'umbrella'),
    ]);
    expect(gaps).toMatchObject({
      unsure: 8,
      answered: 1,
      unclear: 1,
      without: 6,
      unused: [{ article: 2, conversations: 1 }],
    });
    expect(gaps.groups.map(({ conversations, questions }) => [conversations, questions.length])).toEqual([
      [3, 2],
      [2, 2],
    ]);
    expect(gaps.groups[1]?.name).toBe('Guarantee');
    expect(gaps.alone.map(({ quote }) => quote)).toEqual(['Do you sell umbrellas?']);
  });

  it('count one conversation once', () => {
    const twice = [asked(1, 'Where is Jersey?', 'jersey'), asked(1, 'Where is Jersey now?', 'jersey')];
    expect(findGaps(twice).groups).toEqual([]);
  });
});

it('takes a message apart, what asks first', () => {
  expect(partsToAsk('My tent is late. Where is it?\nThanks')).toEqual(['Where is it?', 'My tent is late.', 'Thanks']);
  expect(partsToAsk(' ?! ')).toEqual([]);
});

it('tells questions from troubles', () => {
  for (const one of ['are there empty rooms yes or no', 'Hi, is it on track', 'so how long', 'price?']) {
    expect(isQuestion(one), one).toBe(true);
  }
  for (const one of ['My lamp broke.', 'i want tablets', 'the app said 27', 'Isolated case']) {
    expect(isQuestion(one), one).toBe(false);
  }
});
