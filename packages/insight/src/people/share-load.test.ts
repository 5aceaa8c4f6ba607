import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { shareLoad } from './share-load.ts';
import { writeLoadHeadline, writeLoadSentence } from './write-load-words.ts';

describe('the load of hard conversations', () => {
  it('is even when it follows the number of conversations', () => {
    const answer = shareLoad(
      [
        { id: 'a', n: 100, hard: 21 },
        { id: 'b', n: 200, hard: 39 },
        { id: 'c', n: 50, hard: 10 },
      ],
      1,
    );
    expect(answer).toMatchObject({ verdict: 'even', method: 'chi-square' });
    expect(answer.people.map(({ carries }) => carries)).toEqual(['even', 'even', 'even']);
    expect(answer.people[1]?.even.expected).toBeCloseTo(40);
  });

  it('names who surely carries more, in the order given', () => {
    const answer = shareLoad(
      [
        { id: 'a', n: 300, hard: 60 },
        { id: 'b', n: 300, hard: 120 },
        { id: 'c', n: 300, hard: 60 },
      ],
      1,
    );
    expect(answer.verdict).toBe('uneven');
    expect(answer.people.map(({ id, carries }) => [id, carries])).toEqual([
      ['a', 'less'],
      ['b', 'more'],
      ['c', 'less'],
    ]);
    const people = answer.people.map(({ id, carries }) => ({ name: id.toUpperCase(), carries }));
    const facts = { ...answer, people, conversations: 900 };
    expect(writeLoadHeadline(facts)).toMatchObject({ before: 'B gets ' });
    expect(writeLoadSentence(facts)).toContain('not about who is better');
  });

  it('asks shuffles with a stored seed where numbers are small', () => {
    const small = [
      { id: 'a', n: 20, hard: 1 },
      { id: 'b', n: 25, hard: 2 },
    ];
    const answer = shareLoad(small, 5);
    expect(answer).toMatchObject({ verdict: 'even', method: 'shuffles', seed: 5 });
    expect(shareLoad(small, 5)).toEqual(answer);
  });

  it('counts those of few conversations together in a large team, however many they are', () => {
    const large = Array.from({ length: 100 }, (_, place) => ({ id: `p${place}`, n: 500, hard: 50 }));
    const few = Array.from({ length: 30 }, (_, place) => ({ id: `f${place}`, n: 20, hard: 2 }));
    expect(shareLoad([...large, ...few], 1)).toMatchObject({ verdict: 'even', method: 'chi-square', p: 1 });
    const burdened = few.map((one) => ({ ...one, hard: 6 }));
    expect(shareLoad([...large, ...burdened], 1)).toMatchObject({ verdict: 'uneven', method: 'chi-square' });
    const one = [{ id: 'all', n: 30_000, hard: 20 }, ...few.map((each) => ({ ...each, hard: 0 }))];
    expect(shareLoad(one, 1)).toMatchObject({ verdict: 'cannot-tell', p: null, method: 'none' });
  });

  it('says nothing of one person, of nothing hard, or of too few', () => {
    expect(shareLoad([{ id: 'a', n: 90, hard: 9 }], 1).verdict).toBe('cannot-tell');
    expect(
      shareLoad(
        [
          { id: 'a', n: 90, hard: 0 },
          { id: 'b', n: 90, hard: 0 },
        ],
        1,
      ).verdict,
    ).toBe('cannot-tell');
    expect(
      shareLoad(
        [
          { id: 'a', n: 9, hard: 9 },
          { id: 'b', n: 9, hard: 0 },
        ],
        1,
      ).verdict,
    ).toBe('cannot-tell');
    expect(shareLoad([], 1)).toMatchObject({ people: [], verdict: 'cannot-tell' });
  });

  it('calls an even team uneven about one time in twenty, and the range holds what even sharing deals', () => {
    const random = createRandom(3);
    let [alarms, named, inside, asked] = [0, 0, 0, 0];
    for (let team = 0; team < 300; team += 1) {
      const people = [40, 80, 120, 60, 90].map((n, place) => ({
        id: String(place),
        n,
        hard: Array.from({ length: n }, () => Number(random.next() < 0.25)).reduce((sum, one) => sum + one, 0),
      }));
      const answer = shareLoad(people, team);
      if (answer.verdict === 'uneven') alarms += 1;
      if (answer.people.some(({ carries }) => carries !== 'even')) named += 1;
      for (const [place, { even }] of answer.people.entries()) {
        asked += 1;
        const hard = people[place]?.hard ?? 0;
        if (hard >= even.lower && hard <= even.upper) inside += 1;
      }
    }
    expect(alarms / 300).toBeLessThan(0.09);
    expect(named / 300).toBeLessThan(0.06);
    expect(inside / asked).toBeGreaterThan(0.94);
  });
});
