/**
 * From scored conversations to "what should we work on first", or an honest "nothing stands out yet".
 *
 * Without ratings the question is asked of behaviour: of the conversations where a quality was called for and missed,
 * in how many did trouble follow, beside the same share where it was met. Both are clustered by agent and the
 * difference leads only when its range leaves zero out with false discovery controlled over all fourteen.
 * How often something is missed is shown, and never makes the headline by itself.
 *
 * @example findFocus({ conversations: [], … }).ladder.step // 'nothing'
 */
import { type Focus, type FocusQuality, type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { chooseReading } from './choose-reading.ts';
import { findClear } from './control-false-discovery.ts';
import { estimateFigures } from './estimate-figures.ts';
import {
  type CalledFor,
  collectCalledFor,
  estimateRates,
  fewestOfEach,
  fewestOpportunities,
  type QualityRates,
} from './estimate-rates.ts';
import { findLadder } from './find-ladder.ts';
import type { FocusInput } from './focus-input.ts';
import { rankLeaders } from './rank-leaders.ts';
import { hasObservation } from './trouble.ts';
import { writeHeadline, writeQualitySentence, writeSummary } from './write-sentences.ts';

export function findFocus(input: FocusInput): Focus {
  const { conversations } = input;
  const rates = rateQualities(collectCalledFor(conversations));
  const clear = findClearQualities(rates);
  const qualities = rates.map((one) => describeQuality(one, clear));
  const clearOnes = qualities.filter((one) => one.tier === 'stands-out');
  const { order, tied } = rankLeaders(clearOnes, input.seed);
  const leaders = clearOnes.sort((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality));
  const agents = new Set(conversations.flatMap((one) => one.assessments.map(({ agent }) => agent))).size;
  const figures = estimateFigures(conversations);
  const reading = chooseReading(rates);
  return {
    headline: writeHeadline(leaders, tied, { conversations: conversations.length, reading: reading.length }),
    summary: writeSummary(leaders, tied, conversations.length),
    standsOut: leaders.length > 0,
    qualities: [...leaders, ...qualities.filter((one) => one.tier !== 'stands-out').sort(byRoom)],
    reading,
    figures,
    ladder: findLadder({
      conversations: conversations.length,
      agents,
      observed: conversations.filter(hasObservation).length,
      ratings: figures.satisfiedRated,
      reviews: input.reviews,
    }),
    period: input.period,
    asOf: input.period.to,
    conversations: input.totals.conversations,
    messages: input.totals.messages,
    agents,
    notScored: [...input.notScored],
    method: howWeKnow(conversations.length, agents),
    caveats: conversations.some((one) => one.wroteAgain !== null) ? caveats : [writingAgainUnknown, ...caveats],
    scorerVersion: input.scorerVersion,
  };
}

/** All fourteen, in their usual order; a quality nothing called for has empty rates. */
export function rateQualities(called: ReadonlyMap<QualityId, readonly CalledFor[]>): QualityRates[] {
  return qualityIds.map((quality) => estimateRates(quality, called.get(quality) ?? []));
}

function findClearQualities(rates: readonly QualityRates[]): ReadonlySet<QualityId> {
  const compared = rates.filter(({ difference }) => difference.value !== null);
  return new Set(findClear(compared.map(({ quality, differenceAt }) => ({ id: quality, at: differenceAt }))));
}

function describeQuality(rates: QualityRates, clear: ReadonlySet<QualityId>): FocusQuality {
  const { quality, rows, met, missed, afterMissed, afterMet, difference } = rates;
  const standsOut = clear.has(quality) && (difference.value ?? 0) > 0;
  const enough = rows.length >= fewestOpportunities && difference.value !== null;
  const one: Omit<FocusQuality, 'sentence'> = {
    quality,
    opportunities: rows.length,
    met,
    missed,
    afterMissed,
    afterMet,
    difference,
    tier: standsOut ? 'stands-out' : enough ? 'unsure' : 'too-few',
    missedCount: rows.filter((row) => row.facts.verdict === 'missed').length,
    metCount: rows.filter((row) => row.facts.verdict === 'met').length,
    leads: standsOut || !qualityWords[quality].alwaysCalledFor,
  };
  return { ...one, sentence: writeQualitySentence(one) };
}

/** Below the leaders nothing is ranked by how often it is missed: enough to compare first, then the usual order. */
const byRoom = (a: FocusQuality, b: FocusQuality): number =>
  Number(a.tier === 'too-few') - Number(b.tier === 'too-few') ||
  qualityIds.indexOf(a.quality) - qualityIds.indexOf(b.quality);

function howWeKnow(conversations: number, agents: number): string[] {
  return [
    `${conversations.toLocaleString('en-GB')} conversations with replies of ${agents} ${agents === 1 ? 'agent' : 'agents'} were scored sentence by sentence on this machine.`,
    'For each quality, only replies count in which something called for it.',
    'Trouble means: the customer later repeated themselves, chased, asked for a manager, threatened to leave, said it was not solved, or wrote again within seven days. What a quality’s own rules read in the customer’s next words is left out of its comparison: for active listening, patience, problem solving, knowledge and adaptability only writing again counts.',
    agents >= 8
      ? 'Ranges allow for conversations of one agent being alike.'
      : 'With so few agents the ranges speak for these people only.',
    `A comparison needs ${fewestOfEach} missed and ${fewestOfEach} met; of everything called clear on this page at most one in twenty may be luck.`,
  ];
}

const writingAgainUnknown =
  'Who had to write again cannot be told here: customers are not told apart, or most of them write every week anyway.';
const caveats: string[] = [
  'It goes together; that is not yet a cause. Hard conversations may call for more and bring more trouble, whoever answers.',
  'The machine’s own error is not in these ranges. Ten moments checked against yourself show how far to trust it.',
];
