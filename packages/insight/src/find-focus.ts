/**
 * From scored conversations to "what should we work on first", or an honest "nothing stands out yet".
 *
 * Without ratings the question is asked of behaviour: of the conversations where a quality was called for and missed,
 * in how many did trouble follow, beside the same share where it was met. Both are clustered by agent and the
 * difference leads only when its range leaves zero out with false discovery controlled over all fourteen.
 * How often something is missed is shown, and never makes the headline by itself.
 *
 * @example findFocus({ scored: 0, agents: [], … }).ladder.step // 'nothing'
 */
import { type Focus, type FocusQuality, type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { chooseReading } from './choose-reading.ts';
import { findClear } from './control-false-discovery.ts';
import { estimateFigures } from './estimate-figures.ts';
import { estimateRates, fewestOfEach, fewestOpportunities, type QualityRates } from './estimate-rates.ts';
import { sayRate, sayReading } from './few-data.ts';
import { findLadder } from './find-ladder.ts';
import type { AgentTally, FocusInput } from './focus-input.ts';
import { rankLeaders } from './rank-leaders.ts';
import { writeHeadline, writeQualitySentence, writeSummary } from './write-sentences.ts';

export function findFocus(input: FocusInput): Focus {
  const { scored } = input;
  const rates = rateQualities(input.agents);
  const clear = findClearQualities(rates);
  const qualities = rates.map((one) => describeQuality(one, clear));
  const clearOnes = qualities.filter((one) => one.tier === 'stands-out');
  const { order, tied } = rankLeaders(clearOnes, input.seed);
  const leaders = clearOnes.sort((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality));
  const agents = input.agents.length;
  const figures = estimateFigures(input.agents);
  const reading = chooseReading(input.reading);
  const useful = sayRate(qualities) ?? sayReading(reading) ?? '';
  const watched = input.agents.some(({ answeredFirst }) => answeredFirst.watched > 0);
  return {
    headline: writeHeadline(leaders, tied, { conversations: scored, reading: reading.length }),
    summary:
      leaders.length > 0
        ? writeSummary(leaders, tied, scored)
        : [writeSummary(leaders, tied, scored), useful].join(' ').trim(),
    standsOut: leaders.length > 0,
    qualities: [...leaders, ...qualities.filter((one) => one.tier !== 'stands-out').sort(byRoom)],
    reading,
    figures,
    ladder: findLadder({
      conversations: scored,
      agents,
      observed: input.observed,
      ratings: figures.satisfiedRated,
      satisfied: input.agents.reduce((sum, { answeredFirst }) => sum + answeredFirst.satisfied, 0),
      reviews: input.reviews,
      reviewers: input.reviewers,
    }),
    period: input.period,
    asOf: input.period.to,
    conversations: input.totals.conversations,
    messages: input.totals.messages,
    agents,
    notScored: [...input.notScored],
    method: howWeKnow(scored, agents),
    caveats: watched ? caveats : [writingAgainUnknown, ...caveats],
    scorerVersion: input.scorerVersion,
  };
}

/** All fourteen, in their usual order; a quality nothing called for has empty rates. */
export function rateQualities(agents: readonly AgentTally[]): QualityRates[] {
  return qualityIds.map((quality) => estimateRates(quality, agents));
}

function findClearQualities(rates: readonly QualityRates[]): ReadonlySet<QualityId> {
  const compared = rates.filter(({ difference }) => difference.value !== null);
  return new Set(findClear(compared.map(({ quality, differenceAt }) => ({ id: quality, at: differenceAt }))));
}

function describeQuality(rates: QualityRates, clear: ReadonlySet<QualityId>): FocusQuality {
  const { quality, called, met, missed, afterMissed, afterMet, difference, missedCount, metCount } = rates;
  const standsOut = clear.has(quality) && (difference.value ?? 0) > 0;
  const enough = called >= fewestOpportunities && difference.value !== null;
  const one: Omit<FocusQuality, 'sentence'> = {
    quality,
    opportunities: called,
    met,
    missed,
    afterMissed,
    afterMet,
    difference,
    tier: standsOut ? 'stands-out' : enough ? 'unsure' : 'too-few',
    missedCount,
    metCount,
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
