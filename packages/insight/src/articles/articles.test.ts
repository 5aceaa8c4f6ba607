import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords, stemAsked, wordsToStem } from './asked-words.ts';
import { addressKeyOf, findCitations, indexArticles, type NamedArticle } from './find-citations.ts';
import { findGaps } from './find-gaps.ts';
import { isQuestion, sentencesOf } from './is-question.ts';
import { chooseFitting, findCandidates, judgeCandidates, rankFound, type WordIndex } from './match-articles.ts';

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

/** A help centre of ten articles; the tests cut no endings. */
const words: WordIndex['words'] = new Map([
  ['order', { articles: [1, 2, 3], marks: [2 + 4, 4, 4] }],
  ['track', { articles: [1], marks: [2 + 4] }],
  ['cancel', { articles: [2], marks: [2 + 8] }],
  ['jersey', { articles: [3], marks: [4] }],
  ['refund', { articles: [4], marks: [2 + 12] }],
]);
const titles = new Map(
  Object.entries({ 1: 'track order', 2: 'cancel', 3: 'delivery', 4: 'refund' }).map(([article, title]) => [
    Number(article),
    title.split(' ').map((word) => ({ word, articles: words.get(word)?.articles.length ?? 0 })),
  ]),
);
const askedIn = (message: string) =>
  stemAsked(askedWords(message), { stemsOf: (word) => (word === 'my' ? [] : [word]), hasAlike: true });
const judge = (message: string) => {
  const asked = askedIn(message);
  return judgeCandidates(findCandidates(asked, { articles: 10, words }), { asked, articles: 10, titles });
};
const ids = (message: string) => chooseFitting(judge(message)).map(({ article }) => article);

describe('matching', () => {
  it('weighs rare words more than those many articles hold, and titles that are asked for', () => {
    expect(ids('cancel my order')[0]).toBe(2);
    expect(ids('track my order')[0]).toBe(1);
  });

  it('finds nothing where most of the question is unknown, or nothing is asked', () => {
    expect(ids('Do you sell gift wrap in the colour of my order?')).toEqual([]);
    expect(ids('')).toEqual([]);
    expect(ids('please help')).toEqual([]);
    expect(findCandidates(askedIn('order'), { articles: 0, words: new Map() })).toEqual([]);
  });

  it('offers nothing for one word of a text', () => {
    expect(ids('jersey or guernsey?')).toEqual([]);
  });

  it('knows words that are said for each other, in their own language', () => {
    expect(ids('I want my money back')).toEqual([4]);
    expect(ids('terminate it')).toEqual([2]);
    const asked = stemAsked(askedWords('I want my money back'), { stemsOf: (word) => [word], hasAlike: false });
    expect(asked.map(({ key }) => key)).toEqual(['i', 'want', 'my', 'money', 'back']);
  });

  it('minds no greeting, no number of one case, and little of what stands around a question', () => {
    const [plain, chatty] = ['cancel order', 'Hello, cancel order 4821 please'].map(
      (message) => judge(message)[0]?.fit,
    );
    expect(chatty).toBeCloseTo(plain ?? 0);
    const [whole, beside] = [askedWords('The hat is blue. Cancel it?'), askedWords('The hat is blue.')];
    expect(whole.find(({ said }) => said === 'hat')?.weight).toBeLessThan(
      beside.find(({ said }) => said === 'hat')?.weight ?? 0,
    );
  });

  it('gives the same answer in whatever order the words come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['order', 'cancel', 'track', 'refund', 'lamp', 'hello']),
        fc.shuffledSubarray(['order', 'cancel', 'track', 'refund', 'lamp', 'hello']),
        (some, others) => {
          const both = [...new Set([...some, ...others])];
          const fits = [both, [...both].sort()].map((said) => judge(said.join(' ')).map(({ fit }) => fit.toFixed(9)));
          expect(fits[0]).toEqual(fits[1]);
        },
      ),
    );
  });

  it('looks no more up for a message that never ends', () => {
    for (const piece of ['order ', 'a? ', 'money back ', 'https://', "o'", 'lamp shade nr 4. ']) {
      expect(askedWords(piece.repeat(20_000)).length).toBeLessThanOrEqual(120);
    }
  });

  it('wants to know the stem of every word it will ask for', () => {
    const asked = askedWords('Can I get my money back for the parcel?');
    const known = new Set(wordsToStem(asked));
    stemAsked(asked, {
      stemsOf: (word) => {
        expect(known.has(word), word).toBe(true);
        return [word];
      },
      hasAlike: true,
    });
  });

  it('puts what a search found in order by all of its words, titles first', () => {
    const ranked = rankFound([1, 2, 3, 9], { articles: 10, words });
    const order = ranked.sort((a, b) => b.worth - a.worth).map(({ article }) => article);
    expect(order).toEqual([1, 2, 3, 9]);
  });
});

describe('gaps', () => {
  const asked = (conversation: number, quote: string, article: number | null = null) => ({
    question: { conversationId: String(conversation), messageId: 'm', start: 0, end: quote.length, quote },
    article,
  });

  it('are what no article fits, grouped by shared words, each wording once', () => {
    const gaps = findGaps([
      asked(1, 'Do you deliver speakers to Jersey?'),
      asked(2, 'do you deliver speakers to jersey?'),
      asked(3, 'Can speakers be delivered to Jersey too?'),
      asked(4, 'How do I cancel?', 2),
      asked(5, 'Can you help?'),
      asked(6, 'Is this under guarantee?'),
      asked(7, 'is this under guarantee'),
      asked(8, 'Do you sell umbrellas?'),
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

  it('begin with the question that says it best, and stand above those that are one story told again', () => {
    const { groups } = findGaps([
      asked(1, 'umbrella handle?'),
      asked(2, 'umbrella handle?'),
      asked(3, 'lamp shade'),
      asked(4, 'Do you sell lamp shades in green?'),
    ]);
    expect(groups.map(({ questions }) => questions.map(({ quote }) => quote))).toEqual([
      ['Do you sell lamp shades in green?', 'lamp shade'],
      ['umbrella handle?'],
    ]);
  });

  it('count one conversation once', () => {
    const twice = [asked(1, 'Where is Jersey?'), asked(1, 'Where is Jersey now?')];
    expect(findGaps(twice).groups).toEqual([]);
  });
});

it('takes a message apart', () => {
  expect(sentencesOf('My tent is late. Where is it?\nThanks')).toEqual(['My tent is late.', 'Where is it?', 'Thanks']);
  expect(sentencesOf(' ?! ')).toEqual([]);
});

it('tells questions from troubles', () => {
  for (const one of ['are there empty rooms yes or no', 'Hi, is it on track', 'so how long', 'price?']) {
    expect(isQuestion(one), one).toBe(true);
  }
  for (const one of ['My lamp broke.', 'i want tablets', 'the app said 27', 'Isolated case']) {
    expect(isQuestion(one), one).toBe(false);
  }
});
