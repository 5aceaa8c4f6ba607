import {
  acknowledgeMySession,
  type CoachingPlan,
  getMyCoaching,
  listMyCoaching,
  writeToCoach,
} from '@rapport/contract';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import { saveMessage } from '../store/coaching-messages.ts';
import { listPlans, noSuchPlan, type StoredPlan } from '../store/coaching-plans.ts';
import { acknowledgeSession, listSessions } from '../store/coaching-sessions.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { type PlanReader, writePlan, writePlanRows } from './write-coaching-plan.ts';

/** What a coached person reads and says: their own part of a plan, and of nobody else. */
export function serveMyCoaching(api: Api, parts: AppParts): void {
  const reader = (person: Person): PlanReader => ({
    authors: (plan) => ownAuthors(person, plan),
    side: 'agent',
    now: parts.now(),
  });
  const change = (
    person: Person,
    planId: string,
    work: (db: Db, plan: StoredPlan) => Promise<void>,
    note?: Omit<AuditNote, 'object'>,
  ) =>
    ask(parts, person, async (db, workspace): Promise<CoachingPlan> => {
      const plan = await findOwnPlan(db, person, planId);
      await work(db, plan);
      const written = await writePlan(db, workspace, plan, reader(person));
      if (note !== undefined) await writeAudit(db, person, { ...note, object: written.id });
      return written;
    });

  serve(api, listMyCoaching, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const plans = (await listPlans(db, workspace)).filter((plan) => ownAuthors(person, plan).length > 0);
      return { plans: await writePlanRows(db, workspace, plans, reader(person)) };
    }),
  );

  serve(api, getMyCoaching, ({ params: { planId } }, person) => change(person, planId, async () => undefined));

  serve(api, acknowledgeMySession, ({ params: { planId, number }, body: { words } }, person) =>
    change(
      person,
      planId,
      async (db, plan) => {
        const own = ownAuthors(person, plan);
        const sessions = await listSessions(db, person.workspace, [plan.id]);
        const author = sessions.find((one) => one.number === number && own.includes(one.author))?.author ?? own[0] ?? 0;
        const signed = { planId: plan.id, author, number, by: person.id, words, now: parts.now() };
        await acknowledgeSession(db, person.workspace, { ...signed, side: 'agent' });
      },
      { what: 'coaching-acknowledged', detail: { side: 'agent', session: number } },
    ),
  );

  serve(api, writeToCoach, ({ params: { planId }, body: { words } }, person) =>
    change(person, planId, (db, plan) =>
      saveMessage(db, person.workspace, {
        ...{ planId: plan.id, author: ownAuthors(person, plan)[0] ?? 0, side: 'agent', by: person, words },
        now: parts.now(),
      }),
    ),
  );
}

const ownAuthors = ({ writesAs }: Person, { authors }: StoredPlan): number[] =>
  authors.filter((author) => writesAs.includes(author));

/** @throws RapportError `not-found`, also for a plan the caller is not coached in */
async function findOwnPlan(db: Db, person: Person, planId: string): Promise<StoredPlan> {
  const [plan] = await listPlans(db, person.workspace, planId);
  if (plan === undefined || ownAuthors(person, plan).length === 0) throw noSuchPlan();
  return plan;
}
