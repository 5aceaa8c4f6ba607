/** A plan before it begins: do its dates make sense, who are its people, and what can be foreseen. */
import { type CoachingOutlook, type CoachingPlanBody, RapportError } from '@rapport/contract';
import { writeForeseen } from '@rapport/insight';
import type { Random } from '@rapport/statistics';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { listCoachable } from '../store/coaching-plans.ts';
import { listQualityReadings, type QualityReading } from '../store/coaching-scores.ts';
import { numberOf } from '../store/conversation-filter.ts';
import type { Db } from '../store/open-store.ts';
import { historyFrom, measureOutlook, shareOf } from './measure-coaching.ts';
import type { Person } from './permit.ts';

export interface PlanAhead {
  outlook: CoachingOutlook;
  people: { author: number; figures: unknown }[];
}

/** @throws RapportError `bad-request` for dates out of order, `not-found` for a person the caller may not see */
export async function planAhead(
  db: Db,
  { workspace, sees }: Person,
  body: CoachingPlanBody,
  { seed, random }: { seed: number; random: Random },
): Promise<PlanAhead> {
  checkDates(body);
  const coachable = await listCoachable(db, workspace, sees);
  const authors = [...new Set(body.people)].map((id) => coachable.find((one) => one === numberOf(id)));
  if (authors.includes(undefined)) {
    throw new RapportError('not-found', { what: 'There is no such person.', wayOut: 'Choose from the list.' });
  }
  const people = authors.filter((author) => author !== undefined);
  const dates = {
    selectedFrom: new Date(body.selectedFrom),
    startsAt: new Date(body.startsAt),
    goalAt: new Date(body.goalAt),
  };
  const readings = await listQualityReadings(db, workspace, {
    ...{ quality: body.quality, from: historyFrom(dates), to: dates.startsAt },
  });
  const ahead = measureOutlook(readings, { people: new Set(people), dates, goalShare: body.goalShare }, random);
  const names = await listShownNames(db, workspace, people);
  const inWindow = ({ at }: QualityReading) => at >= dates.selectedFrom && at < new Date(body.selectedTo);
  const before = ({ at }: QualityReading) => at < dates.selectedFrom;
  return {
    outlook: {
      sentence: writeForeseen(ahead),
      ...ahead.foreseen,
      ...{ others: ahead.others, seed },
      people: people.map((author) => {
        const own = readings.filter((one) => one.author === author);
        return {
          ...{ authorId: String(author), name: nameOf(names, author) },
          ...{ window: shareOf(own.filter(inWindow)), before: shareOf(own.filter(before)) },
        };
      }),
    },
    people: people.map((author) => {
      const own = readings.filter((one) => one.author === author);
      return { author, figures: { window: countOf(own.filter(inWindow)), before: countOf(own.filter(before)) } };
    }),
  };
}

const countOf = (readings: readonly QualityReading[]) => ({
  met: readings.filter(({ isMet }) => isMet).length,
  n: readings.length,
});

function checkDates({ selectedFrom, selectedTo, startsAt, goalAt, reason, reasonWords }: CoachingPlanBody): void {
  const [from, to, start, goal] = [selectedFrom, selectedTo, startsAt, goalAt].map((at) => Date.parse(at));
  if (from === undefined || to === undefined || start === undefined || goal === undefined) return;
  if (!(from < to && to <= start && start < goal)) {
    throw new RapportError('bad-request', {
      what: 'The dates are out of order.',
      why: 'The weeks that led to the choice lie before the start, and the day of the goal after it.',
      wayOut: 'Set them in this order: first and last day looked at, start, goal.',
    });
  }
  if (reason === 'other' && reasonWords === '') {
    throw new RapportError('bad-request', {
      what: 'The reason needs words.',
      why: 'Without it nobody can say later what was bound to happen anyway.',
      wayOut: 'Write why these people were chosen.',
    });
  }
}
