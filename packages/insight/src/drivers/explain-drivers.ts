/**
 * One outcome's whole answer: which qualities go together with it, how the answer changes as the comparison gets fairer,
 * what it rests on, and what would make it surer.
 *
 * Without human reviews the answer is a hint: the machine's own error is still in it, and nothing is ranked. A feeling
 * read by the machine that read the scores stays a hint whatever is reviewed.
 *
 * @example explainDrivers(input, 'satisfied').headline.marked
 */
import { asAsked, type DriverOutcome, type DriversAnswer } from '@rapport/contract';
import { writeArticleViews } from '../sentences/write-article-views.ts';
import { type DriversFacts, writeCaveats, writeNext } from '../sentences/write-driver-ground.ts';
import { writeDriverHeadline, writeDriverSummary } from '../sentences/write-driver-headline.ts';
import { caseMixColumns } from './case-mix-columns.ts';
import { describeQualities, estimateRate } from './describe-driver-qualities.ts';
import { type DriversInput, outcomesOf } from './drivers-input.ts';
import { estimateDrivers } from './estimate-drivers.ts';

export function explainDrivers(input: DriversInput, outcome: DriverOutcome): DriversAnswer {
  const { table, seed } = input;
  const outcomes = outcomesOf(input, outcome);
  const known = outcomes.filter((one) => one !== null).length;
  const asked = asAsked(outcome);
  const found = estimateDrivers({ table, outcomes, isSurvey: asked !== null, seed });
  // The same range as on every other page: clustered by agent.
  const rate = estimateRate(input, outcomes, outcome);
  const qualities = describeQualities(input, { found, outcomes, outcome, known });
  const facts: DriversFacts = {
    outcome,
    basis: found.reason ? 'none' : qualities.some(({ corrected }) => corrected) ? 'corrected' : 'uncorrected',
    reason: found.reason ?? null,
    qualities,
    known,
    conversations: table.rows.length,
    agents: new Set(table.rows.map(({ agent }) => agent)).size,
    reviews: table.rows.filter(({ review }) => review !== null).length,
    period: input.period,
    allowedFor: allowedFor(input),
    shared: input.shared,
    unread: asked === null ? 0 : input.asked[asked].unread,
    drawnOf: input.drawnOf,
    answers: found.answers,
    rate,
    warnings: found.warnings,
  };
  return {
    outcome,
    basis: facts.basis,
    reason: facts.reason,
    headline: writeDriverHeadline(facts),
    summary: writeDriverSummary(facts),
    rate,
    response: found.answers
      ? {
          answered: found.answers.answered,
          of: found.answers.asked,
          weighted: found.answers.weighted,
          bounds: found.answers.bounds ? { lower: found.answers.bounds[0], upper: found.answers.bounds[1] } : null,
          scales: asked === null ? [] : [...input.asked[asked].scales],
        }
      : null,
    qualities,
    articles: writeArticleViews(facts),
    next: writeNext(facts),
    allowedFor: facts.allowedFor,
    caveats: writeCaveats(facts),
    known,
    conversations: facts.conversations,
    agents: facts.agents,
    period: input.period,
    scorerVersion: input.scorerVersion,
    seed,
  };
}

/** What the comparison holds equal, in words; only what is known here. */
function allowedFor({ table }: DriversInput): string[] {
  const { names } = caseMixColumns(table.rows);
  const has = (name: string) => names.some((one) => one.startsWith(name));
  return [
    'the agent',
    ...(has('channel') ? ['the channel'] : []),
    ...(has('topic') ? ['the topic'] : []),
    ...(has('language') ? ['the language'] : []),
    ...(has('opening emotion') ? ['the customer’s feeling on arrival'] : []),
    ...(has('week') ? ['the week'] : []),
    'the other qualities',
  ];
}

/** The first outcome that can say something, asked ratings before what was observed, hints last; else the ratings. */
export function chooseOutcome(
  outcomes: readonly { outcome: DriverOutcome; basis: DriversAnswer['basis'] }[],
): DriverOutcome {
  return outcomes.find(({ basis }) => basis !== 'none')?.outcome ?? 'satisfied';
}
