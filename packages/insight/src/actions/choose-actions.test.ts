import {
  actionPaths,
  type EstimateWire as Estimate,
  type FocusQuality,
  type QualityId,
  qualityIds,
} from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionFacts, ReasonForAction } from './action-facts.ts';
import { chooseActions } from './choose-actions.ts';

const now = new Date('2026-05-20T12:00:00Z');
const none: Estimate = { value: null, lower: null, upper: null, level: 0.95, n: 0, method: 'test', warnings: [] };
const around = (value: number, half: number, n = 400): Estimate => ({
  ...none,
  ...{ value, lower: value - half, upper: value + half, n },
});

const quality = (id: QualityId, given: Partial<FocusQuality> = {}): FocusQuality => ({
  ...{ quality: id, opportunities: 400, met: around(0.6, 0.05), missed: around(0.4, 0.05) },
  ...{ afterMissed: around(0.6, 0.08), afterMet: around(0.3, 0.08), difference: around(0.3, 0.12) },
  ...{ tier: 'unsure', missedCount: 160, metCount: 240, leads: true, sentence: '' },
  ...given,
});

const ladder = (given: Partial<ActionFacts['focus']['ladder']> = {}): ActionFacts['focus']['ladder'] => ({
  ...{ step: 'two-hundred-ratings', conversations: 800, agents: 10, observed: 400, ratings: 300, reviews: 0 },
  ...{ trust: '', next: '', limits: [] },
  ...given,
});

const facts = (given: Partial<ActionFacts> = {}): ActionFacts => ({
  focus: {
    ...{ qualities: [], reading: [], ladder: ladder({ reviews: 500 }), asOf: '2026-05-20T09:00:00Z' },
    figures: { satisfied: around(0.7, 0.05, 300), satisfiedRated: 300, feeling: none, wroteAgain: none },
  },
  ...{ drivers: [], untended: [], gaps: null, promises: { conversations: 0, from: null } },
  ...{ coached: { qualities: [], nextReading: null }, team: null, now },
  may: { coach: true, judge: true, tend: true, bringIn: true },
  ...given,
});

const focusOf = (given: Partial<ActionFacts['focus']>): ActionFacts['focus'] => ({ ...facts().focus, ...given });

const driver = (id: QualityId, gain: Estimate | null, chanceFirst: number | null): ActionFacts['drivers'][number] => ({
  ...{ outcome: 'satisfied', basis: gain === null ? 'uncorrected' : 'corrected' },
  qualities: [{ quality: id, tier: 'first', gain, chanceFirst, recommended: gain !== null }],
});

const reason = (name: string, conversations: number, given: Partial<ReasonForAction> = {}): ReasonForAction => ({
  ...{ kind: 'problem', key: name.toLowerCase(), name, conversations },
  trend: { difference: none, sign: 'cannot-tell', words: '' },
  ...given,
});

const kindsOf = (given: Partial<ActionFacts>) => chooseActions(facts(given)).actions.map(({ kind }) => kind);

describe('what to do next', () => {
  it('puts a gain that is surely one first, with its range and the chance that it is the largest', () => {
    const { actions } = chooseActions(
      facts({
        drivers: [driver('patience', around(0.016, 0.009), 0.86)],
        focus: focusOf({ qualities: [quality('humility', { tier: 'stands-out' })] }),
        untended: [reason('Door open', 30)],
      }),
    );
    expect(actions[0]).toMatchObject({
      ...{ kind: 'coach', title: 'Coach patience', gainOf: 'satisfied', gainWords: 'more satisfied customers of 100' },
      because: 'If all did what the better fifth does already. The chance that this brings most is 86 in 100.',
      gain: { value: 0.016, lower: expect.closeTo(0.007) },
      go: { path: '/coaching/new', search: { quality: 'patience' } },
    });
    // One way to coach is enough: the quality that goes together with trouble does not come on top.
    expect(actions.map(({ kind }) => kind)).toEqual(['coach', 'reason']);
  });

  it('leaves a gain that may be nothing behind what surely goes together with trouble', () => {
    const both = {
      drivers: [driver('patience', around(0.01, 0.02), 0.6)],
      focus: focusOf({ qualities: [quality('humility', { tier: 'stands-out' })] }),
    };
    expect(chooseActions(facts(both)).actions[0]).toMatchObject({
      ...{ title: 'Coach humility', gain: null, gainWords: expect.stringMatching(/^Unknown yet/) },
      because:
        'Trouble followed 30 (likely 18 to 42) times more after 100 misses than after 100 met moments. They go together; the cause is not shown.',
    });
    expect(chooseActions(facts({ ...both, focus: focusOf({}) })).actions[0]?.title).toBe('Coach patience');
  });

  it('puts side by side what the headline calls too close to put in order, and plans for one of them', () => {
    const stands = (id: QualityId) => quality(id, { tier: 'stands-out' });
    const { actions } = chooseActions(
      facts({ focus: focusOf({ qualities: [stands('humility'), stands('empathy')] }) }),
    );
    expect(actions[0]?.title).toMatch(/^Coach (?:humility or empathy|empathy or humility)$/);
    expect(actions[0]?.because).toBe(
      'Trouble followed 30 (likely 18 to 42) and 30 (likely 18 to 42) times more after 100 misses than after 100 met moments: too close to put in order. The cause is not shown.',
    );
    const many = qualityIds.slice(0, 6).map(stands);
    expect(chooseActions(facts({ focus: focusOf({ qualities: many }) })).actions[0]?.title).toMatch(/^Coach one of \d/);
  });

  it('passes over what is coached already, and says the next day when nothing is left', () => {
    const nextReading = '2026-06-30T12:00:00.000Z';
    const given = {
      focus: focusOf({ qualities: [quality('humility', { tier: 'stands-out', missedCount: 0 })] }),
      coached: { qualities: ['humility'], nextReading },
    };
    expect(chooseActions(facts(given))).toEqual({
      actions: [],
      quiet: { next: 'Sessions that were planned are read then.', at: nextReading },
    });
    const quiet = { ...given, coached: { qualities: ['humility'], nextReading: null } };
    expect(chooseActions(facts(quiet)).quiet?.at).toBe('2026-05-27T09:00:00.000Z');
    expect(chooseActions(facts({ ...quiet, now: new Date('2027-01-01T00:00:00Z') })).quiet?.at).toBeNull();
  });

  it('sees to fresh promises early, and in old data after everything else', () => {
    const given = {
      promises: { conversations: 7, from: '2026-04-22T09:00:00Z' },
      untended: [reason('Door open', 30)],
      team: { id: '4', name: 'Parcels' },
    };
    expect(kindsOf(given)).toEqual(['promises', 'reason']);
    expect(kindsOf({ ...given, now: new Date('2026-09-01T00:00:00Z') })).toEqual(['reason', 'promises']);
    expect(chooseActions(facts(given)).actions[0]?.go.search).toEqual({
      ...{ flag: 'open-promise', from: '2026-04-22T09:00:00Z', teamId: '4' },
    });
  });

  it('asks for an owner first where something surely comes up more often, then where most customers met it', () => {
    const rising = reason('Late parcel', 9, {
      trend: { difference: around(0.031, 0.02), sign: 'real', words: 'Real, up 3.1 in 100' },
    });
    const given = {
      untended: [reason('Door open', 30), rising, reason('No refund', 12, { kind: 'rule' })],
      gaps: { articles: 0, groups: [{ key: 'pay', name: 'Paying', conversations: 20 }] },
    };
    const { actions } = chooseActions(facts(given));
    expect(actions.map(({ title }) => title)).toEqual([
      'Find out about “Late parcel”',
      'Find out about “Door open”',
      'Write an article about “Paying”',
    ]);
    expect(actions[0]?.because).toBe(
      'In the newest four weeks it came up in 3.1 of 100 conversations more than before (likely 1.1 to 5.1).',
    );
  });

  it('names the cheapest way to a surer answer, computed, and none that more of the same would not cure', () => {
    const surer = (given: Partial<ActionFacts>) =>
      chooseActions(facts(given)).actions.find(({ kind }) => kind === 'surer');
    const few = focusOf({ ladder: ladder({ step: 'some', conversations: 5, observed: 2, ratings: 1 }) });
    expect(surer({ focus: few })?.title).toBe('Bring in 25 more conversations');
    const rated = focusOf({ ladder: ladder({ ratings: 60 }) });
    expect(surer({ focus: rated })?.title).toBe('Bring in 140 more ratings');
    const equal = { ...rated, figures: { ...rated.figures, satisfied: { ...around(1, 0, 60), n: 60 } } };
    expect(surer({ focus: equal })?.title).toBe('Judge ten moments yourself');
    expect(surer({ drivers: [driver('empathy', null, null)], focus: focusOf({ ladder: ladder() }) })?.because).toBe(
      'About 30 moments judged by people take the machine’s own error out of the comparison. None is here yet; the missing ones take about 5 minutes.',
    );
    expect(surer({ drivers: [driver('empathy', around(0, 0.1), 0.5)] })).toBeUndefined();
  });

  it('never offers what the asker may not begin', () => {
    const given = {
      may: { coach: false, judge: false, tend: false, bringIn: false },
      focus: focusOf({
        qualities: [quality('responsiveness', { tier: 'stands-out' })],
        ladder: ladder({ conversations: 12 }),
      }),
      untended: [reason('Door open', 30)],
    };
    const { actions } = chooseActions(facts(given));
    expect(actions.map(({ kind, button }) => [kind, button])).toEqual([
      ['coach', 'Read the guide'],
      ['reason', 'Read the quotes'],
    ]);
  });

  it('with little gives one conversation to read, and with nothing at all nothing urgent', () => {
    const tip = {
      conversationId: '7',
      quality: 'empathy' as const,
      sentence: 'The trouble is passed over.',
      quote: 'x',
    };
    const one = focusOf({ ladder: ladder({ conversations: 1, observed: 0, ratings: 0 }), reading: [tip] });
    expect(chooseActions(facts({ focus: one })).actions.map(({ title, because }) => [title, because])).toEqual([
      ['Bring in 29 more conversations', 'How often each quality is met can be said from 30 on; one is here.'],
      ['Read this conversation', 'Empathy: The trouble is passed over.'],
    ]);
    expect(chooseActions(facts()).actions).toEqual([]);
  });

  it('holds for all facts: at most three, one of each kind, each with a reason, a gain or why it is unknown, and a page', () => {
    const estimate = fc
      .tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }))
      .map(([value, half]) => around(value, half));
    const some = fc.record({
      qualities: fc.subarray([...qualityIds]).chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.record({
              quality: fc.constant(id),
              gain: fc.option(estimate),
              chanceFirst: fc.double({ min: 0, max: 1, noNaN: true }),
              recommended: fc.boolean(),
              tier: fc.constantFrom('first' as const, 'unsure' as const, 'refused' as const),
            }),
          ),
        ),
      ),
      basis: fc.constantFrom('none' as const, 'uncorrected' as const, 'corrected' as const),
      counts: fc.tuple(fc.nat(900), fc.nat(400), fc.nat(400), fc.nat(600)),
      stands: fc.subarray([...qualityIds]),
      named: fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.nat(90), fc.boolean())),
      may: fc.record({ coach: fc.boolean(), judge: fc.boolean(), tend: fc.boolean(), bringIn: fc.boolean() }),
      promised: fc.nat(20),
    });
    fc.assert(
      fc.property(some, ({ qualities, basis, counts, stands, named, may, promised }) => {
        const [conversations, observed, ratings, reviews] = counts;
        const { actions, quiet } = chooseActions(
          facts({
            may,
            drivers: [{ outcome: 'satisfied', basis, qualities }],
            focus: focusOf({
              qualities: stands.map((id) => quality(id, { tier: 'stands-out' })),
              ladder: ladder({ conversations, observed, ratings, reviews }),
            }),
            untended: named.map(([name, many, isRule]) => reason(name, many, { kind: isRule ? 'rule' : 'problem' })),
            promises: { conversations: promised, from: null },
          }),
        );
        expect(actions.length).toBeLessThanOrEqual(3);
        expect(quiet === null).toBe(actions.length > 0);
        expect(new Set(actions.map(({ kind }) => kind)).size).toBe(actions.length);
        for (const { because, gain, gainWords, go, title } of actions) {
          expect(because).not.toMatch(/NaN|undefined|null|Infinity/);
          expect(title.length).toBeGreaterThan(4);
          expect(actionPaths).toContain(go.path);
          if (gain === null) expect(gainWords).toMatch(/^Unknown yet/);
          else expect(gain.lower === null || gain.upper === null).toBe(false);
        }
      }),
    );
  });
});
