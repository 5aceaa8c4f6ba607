import { qualityIds } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStrengths, greatMark, openMark, type TeamMark } from './find-strengths.ts';

const none = new Map<never, TeamMark>();
const ask = (counts: Parameters<typeof findStrengths>[0]['counts'], team: ReadonlyMap<never, TeamMark> = none) =>
  findStrengths({ counts, own: true, unreliable: new Set(['knowledge']), team });

describe('strengths of one person', () => {
  it('call a quality great only when its whole range lies above the mark', () => {
    const [sure, open, unsure] = ask([
      { quality: 'patience', met: 34, n: 50 },
      { quality: 'empathy', met: 12, n: 60 },
      { quality: 'humility', met: 92, n: 100 },
    ]);
    expect(sure).toMatchObject({ quality: 'humility', standing: 'great', phrase: 'own mistakes and say no well' });
    expect(open).toMatchObject({ quality: 'empathy', standing: 'open', mark: openMark });
    expect(unsure).toMatchObject({ quality: 'patience', standing: 'cannot-tell' });
  });

  it('give no share below twenty calls, and none where the scorer itself is weak', () => {
    const found = ask([
      { quality: 'patience', met: 19, n: 19 },
      { quality: 'knowledge', met: 100, n: 100 },
      { quality: 'empathy', met: 0, n: 0 },
    ]);
    expect(found.map(({ standing }) => standing)).toEqual(['cannot-tell', 'cannot-tell']);
    expect(found.find(({ quality }) => quality === 'patience')?.met).toMatchObject({ value: null, n: 19 });
  });

  it('follow the fair comparison where there is one', () => {
    const [one] = findStrengths({
      counts: [{ quality: 'empathy', met: 45, n: 90 }],
      own: false,
      unreliable: new Set(),
      team: new Map([['empathy' as const, { value: 0.3, standing: 'above' as const }]]),
    });
    expect(one).toMatchObject({ standing: 'great', markIs: 'team', mark: 0.3, phrase: 'shows they saw the trouble' });
  });

  it('are claimed of few of many people who lie on the mark in everything', () => {
    const random = createRandom(9);
    let claims = 0;
    for (let person = 0; person < 300; person += 1) {
      const counts = qualityIds.map((quality) => {
        const met = Array.from({ length: 60 }, () => Number(random.next() < greatMark)).reduce(
          (sum, one) => sum + one,
          0,
        );
        return { quality, met, n: 60 };
      });
      if (ask(counts).some(({ standing }) => standing !== 'cannot-tell')) claims += 1;
    }
    expect(claims / 300).toBeLessThan(0.06);
  });

  it('never say more than the range', () => {
    const counts = fc.array(
      fc.record({ n: fc.integer({ min: 0, max: 400 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: qualityIds.length,
      },
    );
    fc.assert(
      fc.property(counts, (given) => {
        const asked = given.map(({ n, share }, place) => ({
          quality: qualityIds[place] ?? 'empathy',
          met: Math.round(n * share),
          n,
        }));
        for (const { standing, met } of ask(asked)) {
          if (standing === 'great') expect(met.lower).toBeGreaterThan(greatMark);
          if (standing === 'open') expect(met.upper).toBeLessThan(openMark);
        }
      }),
    );
  });
});
