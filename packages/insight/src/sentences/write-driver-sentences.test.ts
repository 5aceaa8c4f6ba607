import { type DriverQuality, driverOutcomes, driverTiers, qualityIds } from '@rapport/contract';
import { refuse } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeArticleViews } from './write-article-views.ts';
import { writeCaveats, writeNext } from './write-driver-ground.ts';
import { writeDriverHeadline, writeDriverSummary } from './write-driver-headline.ts';
import { allowedTier, writeDriverSentence, writeQualityHeadline } from './write-driver-sentences.ts';

/** Any tier with any range: what is said must follow the numbers even where somebody marked them wrongly. */
const quality = (id: DriverQuality['quality']) =>
  fc
    .record({
      tier: fc.constantFrom(...driverTiers),
      value: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      half: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      opportunities: fc.nat(4000),
      outcomes: fc.option(fc.integer({ min: 1, max: 90_000 })),
      corrected: fc.boolean(),
    })
    .map(({ tier, value, half, opportunities, outcomes, corrected }): DriverQuality => {
      const refused = tier === 'refused';
      const effect = {
        value: refused ? null : value,
        lower: refused ? null : value - half,
        upper: refused ? null : value + half,
        level: 0.95,
        n: opportunities,
        method: 'made',
        warnings: [],
        ...(refused ? { reason: 'no_variation' as const } : {}),
      };
      const empty = {
        levels: [],
        fair: [],
        byChannel: null,
        gain: null,
        chanceFirst: null,
        recommended: false,
        reviews: 0,
      };
      const needs = { outcomes, reviews: null };
      const headline = { marked: '', rest: '' };
      return { quality: id, tier, effect, corrected, ...empty, opportunities, needs, headline, sentence: '' };
    });

const facts = fc
  .record({
    outcome: fc.constantFrom(...driverOutcomes),
    basis: fc.constantFrom('none' as const, 'uncorrected' as const, 'corrected' as const),
    reason: fc.constantFrom(
      'no_data' as const,
      'too_few_responses' as const,
      'outcome_constant' as const,
      'too_few_agents' as const,
    ),
    known: fc.nat(30_000),
    conversations: fc.nat(60_000),
    agents: fc.nat(40),
  })
  .chain((one) =>
    fc.tuple(...qualityIds.map((id) => quality(id))).map((drawn) => ({
      ...one,
      qualities: drawn.map((made) => (one.basis === 'corrected' ? made : { ...made, corrected: false })),
      reason: one.basis === 'none' ? one.reason : null,
    })),
  );

const ground = {
  reviews: 0,
  period: { from: null, to: null },
  allowedFor: [],
  shared: 2,
  drawnOf: null,
  unread: 0,
  answers: null,
  rate: refuse('no_data', { n: 0, method: 'made' }),
  warnings: [],
};
const cause =
  /\bcaus(es|ed|ing)\b|\bbecause of\b|\bleads? to\b|\bdrives?\b|\bmoves?\b|\bmakes? customers\b|\bimproves?\b|thanks to/i;
const jargon = /p-value|significan|coefficient|confidence interval|NaN|undefined|Infinity|null/i;

describe('what is said of drivers', () => {
  it('is never more than the ranges allow, whatever the numbers', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const headline = writeDriverHeadline(one);
        const head = `${headline.marked}${headline.rest} ${writeDriverSummary(one)}`;
        const views = writeArticleViews(one).map(({ yours }) => yours);
        const all = { ...ground, ...one };
        const rest = [...writeCaveats(all), ...writeNext(all).map(({ sentence }) => sentence)];
        const sentences = one.qualities.map((quality) => writeDriverSentence(quality, one.outcome));
        const heads = one.qualities.map((quality) => writeQualityHeadline(quality, one.outcome));
        for (const [place, { marked, rest: after }] of heads.entries()) {
          const quality = one.qualities[place];
          const { lower, upper } = quality?.effect ?? {};
          if (/\d/.test(marked + after)) expect((lower ?? 0) > 0 || (upper ?? 0) < 0).toBe(true);
          if (/\d/.test(marked + after) && !quality?.corrected) expect(marked).toBe('A hint');
        }
        const said = [
          head,
          ...heads.map(({ marked, rest: after }) => marked + after),
          ...views,
          ...rest,
          ...sentences,
        ].join(' ');
        expect(said).not.toMatch(cause);
        expect(said).not.toMatch(jargon);
        const firsts = one.qualities.filter((quality) => allowedTier(quality) === 'first');
        if (/\bmost\b|comes first/.test(`${head} ${views.join(' ')}`)) {
          expect(one.basis).toBe('corrected');
          expect(firsts).toHaveLength(1);
        }
        expect([head, ...views].join(' ')).not.toMatch(/\bclearly\b/);
        for (const [place, quality] of one.qualities.entries()) {
          const sentence = sentences[place] ?? '';
          const excludes = (quality.effect.lower ?? 0) > 0 || (quality.effect.upper ?? 0) < 0;
          if (/\bclearly\b/.test(sentence)) expect(excludes && quality.corrected).toBe(true);
          if (excludes) expect(sentence).not.toContain('includes no difference');
          if (!excludes) expect(sentence).not.toMatch(/go(es)? together/);
          if (/ in 100/.test(sentence)) expect(sentence).toMatch(/likely \d+(?: fewer)? to \d+(?: more)?/);
        }
        if (one.basis !== 'corrected') expect(head).not.toMatch(/first step|comes first|set right/);
        if (one.basis === 'none') expect(head).not.toMatch(/\bhints?\b/);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('always names a next step while the answer is not corrected', () => {
    fc.assert(
      fc.property(facts, (one) => {
        if (one.basis !== 'corrected') expect(writeNext({ ...ground, ...one }).length).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 12 },
    );
  });
});
