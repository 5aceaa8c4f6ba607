/** A stored plan as it is read: by a lead with everybody in it, by a coached person with their own part alone. */
import type { CoachingPlan, CoachingPlanRow, CoachingSession } from '@rapport/contract';
import { writeCoachingHeadline, writeCoachingSummary } from '@rapport/insight';
import type { Estimate } from '@rapport/statistics';
import { listShownNames, nameOf, type ShownNames } from '../store/author-names.ts';
import { listMessages } from '../store/coaching-messages.ts';
import { listPlans, type StoredPlan } from '../store/coaching-plans.ts';
import { listQualityReadings, loadServicePeriod, type QualityReading } from '../store/coaching-scores.ts';
import { listSessions } from '../store/coaching-sessions.ts';
import type { Db } from '../store/open-store.ts';
import { historyFrom, lookedAt, type MeasuredGroup, measureEffect, measureTrend } from './measure-coaching.ts';

export interface PlanReader {
  /** Which people of a plan are shown; a coached person sees themself. */
  authors: (plan: StoredPlan) => number[];
  side: 'coach' | 'agent';
  now: Date;
}

export async function writePlanRows(
  db: Db,
  workspace: number,
  plans: readonly StoredPlan[],
  reader: PlanReader,
): Promise<CoachingPlanRow[]> {
  const { to } = await loadServicePeriod(db, workspace);
  const sessions = await listSessions(
    db,
    workspace,
    plans.map(({ id }) => id),
  );
  const names = await listShownNames(
    db,
    workspace,
    plans.flatMap(({ authors }) => authors),
  );
  return plans.map((plan) => {
    const shown = reader.authors(plan);
    const own = sessions.filter(({ planId, author }) => planId === plan.id && shown.includes(author));
    return writeRow(plan, { ...{ shown, names, sessions: own, until: to }, reader });
  });
}

interface RowParts {
  shown: readonly number[];
  names: ShownNames;
  sessions: readonly CoachingSession[];
  until: Date | null;
  reader: PlanReader;
}

function writeRow(plan: StoredPlan, { shown, names, sessions, until, reader }: RowParts): CoachingPlanRow {
  const signed = (one: CoachingSession) => (reader.side === 'coach' ? one.coachAcknowledged : one.agentAcknowledged);
  return {
    id: String(plan.id),
    quality: plan.quality,
    people: shown.map((author) => ({ authorId: String(author), name: nameOf(names, author) })),
    coach: plan.coach,
    startsAt: plan.startsAt.toISOString(),
    goalShare: plan.goalShare,
    goalAt: plan.goalAt.toISOString(),
    state: stateOf(plan, until, reader.now),
    sessions: sessions.length,
    toAcknowledge: sessions.filter((one) => signed(one) === null).length,
  };
}

/** Due is what the data says, not the calendar: the effect is read when conversations from after that day are here. */
function stateOf(plan: StoredPlan, until: Date | null, now: Date): CoachingPlanRow['state'] {
  if (plan.closedAt !== null) return 'closed';
  if (plan.startsAt > now) return 'planned';
  return isDue(plan, until) ? 'due' : 'running';
}

const isDue = ({ goalAt }: StoredPlan, until: Date | null): boolean => until !== null && until >= goalAt;

export async function writePlan(
  db: Db,
  workspace: number,
  plan: StoredPlan,
  reader: PlanReader,
): Promise<CoachingPlan> {
  const shown = reader.authors(plan);
  const { to } = await loadServicePeriod(db, workspace);
  const readings = await readingsFor(db, workspace, plan, reader.side === 'coach' ? null : shown);
  const sessions = await listSessions(db, workspace, [plan.id]);
  const messages = await listMessages(db, workspace, plan.id);
  const names = await listShownNames(db, workspace, plan.authors);
  const own = sessions.filter(({ author }) => shown.includes(author));
  const due = isDue(plan, to);
  const looked = lookedAt(readings, plan, due);
  const trends = shown.map((author) =>
    measureTrend(
      readings.filter((one) => one.author === author),
      plan,
      looked,
    ),
  );
  const isGroup = reader.side === 'coach' && plan.authors.length > 1;
  const effect = isGroup
    ? measureEffect(readings, { ...plan, people: new Set(plan.authors), dates: plan, looked })
    : null;
  const facts = {
    ...{ quality: plan.quality, people: shown.map((author) => nameOf(names, author)), toSelf: reader.side === 'agent' },
    ...{ isDue: due, hasBegun: plan.startsAt <= reader.now, verified: effect?.verified ?? null },
    team: effect?.team ?? null,
    own: effect === null ? (trends[0] ?? null) : null,
  };
  return {
    ...writeRow(plan, { ...{ shown, names, sessions: own, until: to }, reader }),
    ...{ reason: plan.reason, reasonWords: plan.reasonWords, outlook: plan.outlook },
    ...{ selectedFrom: plan.selectedFrom.toISOString(), selectedTo: plan.selectedTo.toISOString() },
    ...{ createdAt: plan.createdAt.toISOString(), writtenLate: plan.createdAt > plan.startsAt },
    headline: writeCoachingHeadline(facts),
    summary: writeCoachingSummary(facts),
    effect: effect && {
      ...{ coached: inGroupShares(effect.coached), others: inGroupShares(effect.others) },
      owed: inShares(effect.verified.estimate, effect.readings),
      verdict: due ? effect.verified.verdict : null,
    },
    parts: shown.map((author, place) => ({
      ...{ authorId: String(author), name: nameOf(names, author) },
      ...partOf(trends[place]),
      sessions: own.filter((one) => one.author === author).map(withoutKey),
      messages: messages.filter((one) => one.author === author).map(({ author: _, ...message }) => message),
    })),
    closedAt: plan.closedAt?.toISOString() ?? null,
    closedWords: plan.closedWords,
    until: to?.toISOString() ?? null,
  };
}

function partOf(trend: ReturnType<typeof measureTrend> | undefined) {
  if (trend === undefined) throw new Error('a shown person of a plan without a trend');
  const { weeks, before, after, change, recent } = trend;
  return { weeks, before, after, change, recent };
}

const withoutKey = ({ planId: _, author: __, ...session }: CoachingSession & { planId: number; author: number }) =>
  session;

const inGroupShares = (group: MeasuredGroup) => ({
  ...group,
  change: inShares(group.change, group.before.n + group.after.n),
});

/** Points of 100 as shares, with the conversations they rest on; the people stand beside it. */
function inShares(estimate: Estimate, n: number) {
  const share = (value: number | null) => (value === null ? null : value / 100);
  const { inner, ...rest } = estimate;
  return {
    ...rest,
    ...{ n, value: share(estimate.value), lower: share(estimate.lower), upper: share(estimate.upper) },
    ...(inner ? { inner: { lower: inner.lower / 100, upper: inner.upper / 100 } } : {}),
  };
}

/**
 * Readings of the plan's time. Who is coached on the same quality in another plan meanwhile is nobody to compare with.
 * @param only these authors; null: everybody
 */
async function readingsFor(
  db: Db,
  workspace: number,
  plan: StoredPlan,
  only: readonly number[] | null,
): Promise<QualityReading[]> {
  const all = await listQualityReadings(db, workspace, {
    quality: plan.quality,
    from: historyFrom(plan),
    to: plan.goalAt,
  });
  if (only !== null) return all.filter(({ author }) => only.includes(author));
  const elsewhere = new Set(
    (await listPlans(db, workspace))
      .filter((one) => one.id !== plan.id && one.quality === plan.quality && one.startsAt < plan.goalAt)
      .filter((one) => one.goalAt > historyFrom(plan))
      .flatMap(({ authors }) => authors),
  );
  return all.filter(({ author }) => plan.authors.includes(author) || !elsewhere.has(author));
}
