import { createRandom } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedReason, describeReasons, type ReasonCell } from './describe-reasons.ts';
import { findRules } from './find-rules.ts';
import { groupSentences } from './group-sentences.ts';
import { nameGroup } from './name-group.ts';
import { sayReasons } from './say-reasons.ts';
import { smallestSeen } from './smallest-seen.ts';
import { wordsOfReason } from './words-of-reason.ts';

const sorted = (text: string) => stems(text).sort();
const stems = (text: string) => wordsOfReason(text).map(({ stem }) => stem);
const worded = (texts: readonly string[]) => texts.map((text, conversation) => ({ conversation, words: stems(text) }));

describe('what a sentence is about', () => {
  it('is the same in other forms of the same words', () => {
    expect(stems('My parcel never arrived!')).toEqual(stems('Parcels still not arriving'));
    expect(sorted('They cancelled the booking')).toEqual(sorted('my booking was canceled'));
  });

  it('leaves out feelings, politeness, numbers, names of people and addresses', () => {
    expect(stems('Hello, I am so angry and disappointed, please help me with order 4471!')).toEqual(['order']);
    expect(stems('@someone #fail see https://example.org/x or write to a@b.example, refund')).toEqual([
      'writ',
      'refund',
    ]);
  });
});

const parcels = [
  'The parcel is missing',
  'my parcel went missing',
  'Missing parcel again',
  'where is the missing parcel',
  'a parcel missing since March',
];
const kettles = [
  'The kettle leaks',
  'kettle leaking all over',
  'my new kettle leaked',
  'this kettle is leaking',
  'Kettle leaks water',
];
const single = ['The lamp flickers', 'My invoice is in French', 'Colour of the curtain is off'];

describe('grouping sentences', () => {
  it('puts together what shares its words, from five conversations on', () => {
    const groups = groupSentences(worded([...parcels, ...kettles, ...single, ...kettles.slice(0, 1)]));
    expect(groups.map(({ key, conversations }) => [key, conversations])).toEqual([
      ['kettl~leak', 6],
      ['miss~parcel', 5],
    ]);
    expect(groupSentences(worded([...parcels.slice(0, 4), ...single]))).toEqual([]);
  });

  it('takes a story told again word for word for no second proof, and counts it all the same', () => {
    const story = 'the garage door opened with a bike under the metal edge at night';
    const told = [story, story, story, story.toUpperCase()];
    expect(groupSentences(worded([...told, ...single]))).toEqual([]);
    // Said by so many in the same words it is a button or a form, and a reason by itself.
    expect(groupSentences(worded([...told, story, ...single]))[0]?.conversations).toBe(5);
    const others = ['garage door stuck', 'the door of my garage jams', 'a garage door that squeaks', 'Garage door!'];
    const [group] = groupSentences(worded([...told, ...others, ...single, ...parcels]));
    expect([group?.key, group?.conversations]).toEqual(['door~garag', 8]);
  });

  it('finds nothing where the words are dealt out by chance, however long the sentences', () => {
    const random = createRandom(4);
    const word = () => `word${Math.floor(60 * random.next() ** 2)}`;
    const found = Array.from({ length: 60 }, () => {
      const dealt = Array.from({ length: 150 }, (_, conversation) => {
        const length = random.next() < 0.2 ? 10 : 2;
        return { conversation, words: [...new Set(Array.from({ length }, word))] };
      });
      return groupSentences(dealt).length;
    });
    expect(found.filter((count) => count > 0).length).toBeLessThanOrEqual(6);
  });

  it('counts a conversation once, in one group, whatever the order of the sentences', () => {
    const text = fc.array(fc.constantFrom('parcel', 'kettle', 'leak', 'missing', 'refund', 'late', 'box', 'torn'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (all) => {
        const given = all.map((words, place) => ({ conversation: place % 40, words: [...new Set(words)] }));
        const groups = groupSentences(given);
        const held = groups.flatMap(({ sentences }) => [...new Set(sentences.map((place) => place % 40))]);
        expect(new Set(held).size).toBe(held.length);
        for (const { key, words, sentences, conversations } of groups) {
          expect(conversations).toBeGreaterThanOrEqual(5);
          expect(words.join('~')).toBe(key);
          for (const place of sentences) for (const word of words) expect(given[place]?.words).toContain(word);
        }
        const turned = groupSentences([...given].reverse());
        expect(turned.map(({ key, conversations }) => [key, conversations])).toEqual(
          groups.map(({ key, conversations }) => [key, conversations]),
        );
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});

describe('the name of a group', () => {
  const named = (stems: string[], texts: string[]) => nameGroup(stems, texts.map(wordsOfReason));

  it('is in the form and the order in which it is mostly said, as one thing where the words stand together', () => {
    expect(named(['card', 'debit'], ['I lost my debit card', 'Debit cards?', 'my debit card is gone'])).toBe(
      'Debit card',
    );
    expect(named(['password', 'reset'], ['I cannot reset my password', 'resetting the password'])).toMatch(/^Reset/);
    expect(
      named(
        ['miss', 'parcel'],
        ['The parcel from Leeds is missing', 'a parcel that went missing', 'parcel: lid missing'],
      ),
    ).toBe('Parcel, missing');
    expect(named(['lost'], [])).toBe('Lost');
  });
});

describe('rules in a refusal', () => {
  const rules = (text: string, refused = true) => findRules(text, { refused }).map(({ quote }) => quote);

  it('are found with their exact place: a policy, a limit, a plain no', () => {
    const text = 'I am sorry to hear that. Our policy only allows returns within 30 days. We cannot make an exception.';
    const [first, ...rest] = findRules(text, { refused: true });
    expect(first?.quote).toBe('Our policy only allows returns within 30 days.');
    expect(text.slice(first?.start, first?.end)).toBe(first?.quote);
    expect(rest).toEqual([]);
    expect(rules('Sale items are non-refundable.')).toHaveLength(1);
    expect(rules('The return period of 14 days has passed and we cannot accept it.')).toHaveLength(1);
  });

  it('are not seen in a promise, in somebody’s policy number, or in a plain apology', () => {
    expect(rules('Sorry, I will make an exception to the policy for you.')).toEqual([]);
    expect(rules('What is your policy number?')).toEqual([]);
    expect(rules('I am sorry, I cannot see it yet.', false)).toEqual([]);
  });
});

const weekStarts = Array.from({ length: 17 }, (_, week) => new Date(Date.UTC(2026, 4, 18 - 7 * week)).toISOString());
const cellsOf = (of: (week: number) => number): ReasonCell[] =>
  weekStarts.flatMap((_, week) =>
    Array.from({ length: 10 }, (__, agent) => ({ agent: String(agent), week, conversations: of(week) })),
  );
const none = {
  feeling: { n: 0, total: 0, squares: 0 },
  satisfied: { n: 0, passed: 0 },
  wroteAgain: { n: 0, passed: 0 },
};
const group = (key: string, of: (week: number) => number): CountedReason => ({
  ...{ kind: 'problem', key, name: key, quotes: [], cells: cellsOf(of), ends: [none] },
});

describe('reasons as a team reads them', () => {
  it('say how often, week by week, and call a rise real only with false discovery controlled', () => {
    const [rising, steady] = describeReasons({
      cells: cellsOf(() => 30),
      weekStarts,
      groups: [group('late', (week) => (week < 4 ? 9 : 2)), group('torn', (week) => 2 + (week % 2))],
    });
    expect(rising?.conversations).toBe(10 * (4 * 9 + 13 * 2));
    expect(rising?.trend).toMatchObject({ sign: 'real', words: 'Real, up 23.3 in 100' });
    expect(steady?.trend.sign).toBe('could-be-chance');
    expect(rising?.weeks).toHaveLength(13);
    expect(rising?.weeks.at(-1)).toEqual({ from: weekStarts[0], n: 90, of: 300 });
    expect(rising?.after.feelingLast.reason).toBe('no_data');
  });

  it('make no more of few than they are', () => {
    const few = { conversations: 3, rated: 1, inferred: 2, grouped: 0 };
    const lookedIn = { problem: 1, rule: 1 };
    expect(sayReasons({ bad: few, problems: [], lookedIn })).toEqual({
      headline: { marked: 'No reason repeats', rest: ' in 3 bad experiences.' },
      sentence: 'Too few to group: a group starts at 5 conversations. Read them instead.',
    });
    expect(sayReasons({ bad: { ...few, conversations: 0 }, problems: [], lookedIn }).headline.marked).toBe(
      'No bad experience',
    );
  });

  it('say of what is in no group only what is known, and where they looked when they did not look everywhere', () => {
    const [late] = describeReasons({ cells: cellsOf(() => 30), weekStarts, groups: [group('late', () => 3)] });
    const given = {
      bad: { conversations: 900, rated: 500, inferred: 400, grouped: 510 },
      problems: late ? [late] : [],
    };
    const all = sayReasons({ ...given, lookedIn: { problem: 1, rule: 1 } }).sentence;
    expect(all).toBe(
      '510 share words with at least 4 others, more than by chance. 390 are in no group here: single stories, rarer matters, or the same said in other words. How often something comes up is not yet how much it costs: read the quotes, then give it an owner.',
    );
    const some = sayReasons({ ...given, lookedIn: { problem: 0.1, rule: 1 } }).sentence;
    expect(some).toContain(
      'They are many, so groups were looked for in 10 in 100 of them: what fewer than about 89 share may be unseen.',
    );
    expect(some).not.toMatch(/of (?:its|their) own/);
  });

  it.each([1, 0.5, 0.1, 0.01])(
    'of a share of %d see every group from the smallest on, in 95 of 100 samples',
    (share) => {
      const random = createRandom(9);
      const size = smallestSeen(share);
      const samples = Array.from({ length: 2000 }, () => {
        let seen = 0;
        for (let one = 0; one < size; one += 1) if (random.next() < share) seen += 1;
        return seen >= 5;
      });
      const rate = samples.filter(Boolean).length / samples.length;
      expect(rate).toBeGreaterThan(0.93);
      if (share < 1) expect(rate).toBeLessThan(0.99);
    },
  );
});
