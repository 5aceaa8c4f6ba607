import {
  acknowledgeAsCoach,
  changeCoachingSession,
  closeCoachingPlan,
  createCoachingPlan,
  foreseeCoaching,
  getCoachingPlan,
  listCoachingExamples,
  listCoachingPeople,
  listCoachingPlans,
  writeCoachingSession,
  writeToAgent,
} from '@rapport/contract';
import { areViewsOn } from '../store/agents-rights.ts';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { listExamples } from '../store/coaching-examples.ts';
import { saveMessage } from '../store/coaching-messages.ts';
import { closePlan, listCoachable, listPlans, noSuchPlan, type StoredPlan, savePlan } from '../store/coaching-plans.ts';
import { loadServicePeriod } from '../store/coaching-scores.ts';
import { acknowledgeSession, changeSession, saveSession } from '../store/coaching-sessions.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { isoOf } from '../store/iso-of.ts';
import { noteFor } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask } from './app-parts.ts';
import { checkPins } from './check-pins.ts';
import { mayOpenPages } from './people.ts';
import type { Person } from './permit.ts';
import { planAhead } from './plan-coaching.ts';
import { type Api, serve } from './serve.ts';
import { type PlanReader, writePlan, writePlanRows } from './write-coaching-plan.ts';

/** As many moments of each verdict are offered to be pinned. */
const examplesOfEach = 6;

export function serveCoaching(api: Api, parts: AppParts): void {
  const reader = (): PlanReader => ({ authors: ({ authors }) => authors, side: 'coach', now: parts.now() });
  /** Finds the plan, does something to it, and answers with it as it then is. */
  const change = (
    person: Person,
    planId: string,
    work: (db: Db, plan: StoredPlan) => Promise<unknown>,
    note?: Omit<AuditNote, 'object'>,
  ) =>
    ask(parts, person, async (db, workspace) => {
      await work(db, await findPlan(db, person, planId));
      const plan = await writePlan(db, workspace, await findPlan(db, person, planId), reader());
      if (note !== undefined) await writeAudit(db, person, { ...note, object: plan.id });
      return plan;
    });

  serve(api, listCoachingPeople, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const ids = await listCoachable(db, workspace, await whomToCoach(db, person));
      const names = await listShownNames(db, workspace, ids);
      const { from, to } = await loadServicePeriod(db, workspace);
      return {
        people: ids.map((id) => ({ authorId: String(id), name: nameOf(names, id) })),
        period: { from: isoOf(from), to: isoOf(to) },
        notice: mayOpenPages(person, await areViewsOn(db, workspace)) ? null : closedNotice,
      };
    }),
  );

  serve(api, foreseeCoaching, ({ body }, person) =>
    ask(
      parts,
      person,
      async (db) =>
        (await planAhead(db, { ...person, sees: await whomToCoach(db, person) }, body, parts.createSeeded())).outlook,
    ),
  );

  serve(api, createCoachingPlan, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { outlook, people } = await planAhead(
        db,
        { ...person, sees: await whomToCoach(db, person) },
        body,
        parts.createSeeded(),
      );
      const { id, name } = person;
      const planId = await savePlan(db, workspace, {
        ...{ ...body, people, outlook, by: { id, name }, now: parts.now() },
      });
      const plan = await writePlan(db, workspace, await findPlan(db, person, planId), reader());
      // Who was chosen, why and for what in numbers and words of a list; nothing that somebody wrote.
      const detail = { quality: body.quality, people: people.length, reason: body.reason };
      await writeAudit(db, person, { what: 'coaching-started', object: plan.id, detail });
      return plan;
    }),
  );

  serve(api, listCoachingPlans, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const sees = await whomToCoach(db, person);
      const plans = (await listPlans(db, workspace)).filter((plan) => maySee(sees, plan));
      return { plans: await writePlanRows(db, workspace, plans, reader()) };
    }),
  );

  serve(api, getCoachingPlan, ({ params: { planId } }, person) => change(person, planId, async () => undefined));

  serve(api, closeCoachingPlan, ({ params: { planId }, body: { words } }, person) =>
    change(person, planId, (db, { id }) => closePlan(db, person.workspace, { planId: id, words, now: parts.now() }), {
      what: 'coaching-ended',
    }),
  );

  serve(api, listCoachingExamples, ({ params: { planId, authorId }, query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const plan = await findPlan(db, person, planId);
      const wanted = { author: authorOf(plan, authorId), quality: query.quality ?? plan.quality, most: examplesOfEach };
      return { examples: await listExamples(db, workspace, wanted) };
    }),
  );

  serve(api, writeCoachingSession, ({ params: { planId, authorId }, body: { pins, ...words } }, person) =>
    change(person, planId, async (db, plan) => {
      const author = authorOf(plan, authorId);
      const session = { ...words, pins: await checkPins(db, person, author, pins) };
      await saveSession(db, person.workspace, { planId: plan.id, author, session, now: parts.now() });
      await noteFor(db, person.workspace, { kind: 'coaching-note', object: String(plan.id), readers: { author } });
    }),
  );

  serve(api, changeCoachingSession, ({ params: { planId, authorId, number }, body: { pins, ...words } }, person) =>
    change(person, planId, async (db, plan) => {
      const author = authorOf(plan, authorId);
      const session = { ...words, pins: await checkPins(db, person, author, pins) };
      await changeSession(db, person.workspace, { planId: plan.id, author, number, session });
    }),
  );

  serve(api, acknowledgeAsCoach, ({ params: { planId, authorId, number } }, person) =>
    change(
      person,
      planId,
      (db, plan) =>
        acknowledgeSession(db, person.workspace, {
          ...{ planId: plan.id, author: authorOf(plan, authorId), number },
          ...{ side: 'coach', by: person.id, words: '', now: parts.now() },
        }),
      { what: 'coaching-acknowledged', detail: { side: 'coach', session: number } },
    ),
  );

  serve(api, writeToAgent, ({ params: { planId, authorId }, body: { words } }, person) =>
    change(person, planId, (db, plan) =>
      saveMessage(db, person.workspace, {
        ...{ planId: plan.id, author: authorOf(plan, authorId), side: 'coach', by: person, words, now: parts.now() },
      }),
    ),
  );
}

const closedNotice =
  'Coaching of single people begins once it is written down when the agents were told, what was agreed, what their pages are for and how long they are kept.';

/** Ids of the authors this person may coach: none until the agents were told; null: everybody. */
export async function whomToCoach(db: Db, person: Person): Promise<readonly number[] | null> {
  return mayOpenPages(person, await areViewsOn(db, person.workspace)) ? person.sees : [];
}

/** Only who may see the service of everybody in a plan may see the plan. */
const maySee = (sees: readonly number[] | null, { authors }: StoredPlan): boolean =>
  sees === null || authors.every((author) => sees.includes(author));

/** @throws RapportError `not-found`, also for a plan somebody may not see */
async function findPlan(db: Db, person: Person, planId: string): Promise<StoredPlan> {
  const [plan] = await listPlans(db, person.workspace, planId);
  if (plan === undefined || !maySee(await whomToCoach(db, person), plan)) throw noSuchPlan();
  return plan;
}

/** @throws RapportError `not-found` for somebody who is not in the plan */
function authorOf({ authors }: StoredPlan, authorId: string): number {
  const author = authors.find((one) => one === numberOf(authorId));
  if (author === undefined) throw noSuchPlan();
  return author;
}
