/** For tests: a team with thirty-two scored conversations, a lead, two reviewers and an agent, and how they calibrate. */
import type { CalibrationDetail, CalibrationReading } from '@rapport/contract';
import { sql } from 'kysely';
import { appRole, ownerRole } from '../../database/roles.ts';
import { prepareJobs } from '../../jobs/prepare-jobs.ts';
import { firstWorkspace, inWorkspace } from '../../store/in-workspace.ts';
import type { Db } from '../../store/open-store.ts';
import { verifyStore } from '../../store/verify/verify-store.ts';
import { localPerson, type Person } from '../permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp } from '../test-app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A reviewer who may see nobody's service but what they are asked to rate. */
export const rater = (id: string): Person => ({
  ...localPerson,
  ...{ id, name: id, role: 'reviewer', holds: ['anyone', 'member', 'reader', 'reviewer'], sees: [], writesAs: [] },
});
export const lead = (changes: Partial<Person> = {}): Person => ({
  ...localPerson,
  ...{ id: 'lee', name: 'Lee', role: 'lead', ...changes },
});

export async function startCalibrating(name: string) {
  const app = await startTestApp(name, keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  const query = <T>(question: (db: Db) => Promise<T>): Promise<T> => inWorkspace(app.store, firstWorkspace, question);
  const conversations = Array.from({ length: 32 }, (_, n) =>
    conversationOf(`c${n}`, [
      ['Kim', 'My lamp came broken and I am so upset. Can you send a new one?'],
      [`Agent: ${n < 30 ? 'Ana' : 'Ben'}`, 'I am so sorry the lamp broke. I will send one today.'],
      ['Kim', 'Thank you, that helps a lot.'],
    ]),
  );
  const ids = await saveScored(app.store, conversations);
  const ana = await query(addPeople);
  let caller: Person = localPerson;
  const http = await app.rebuild({ personOf: () => caller });

  const send = async (person: Person, method: Method, url: string, payload?: object) => {
    caller = person;
    const answer = await http.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
    caller = localPerson;
    return { status: answer.statusCode, text: answer.body, body: answer.json() };
  };
  const ok = async (...given: Parameters<typeof send>) => {
    const answer = await send(...given);
    if (answer.status >= 300) throw new Error(`${given[1]} ${given[2]} answered ${answer.text.slice(0, 400)}`);
    return answer.body;
  };
  /** Planned by Lee and begun: Cy and Dee rate two categories of these conversations. */
  const begin = async (changes: object = {}, wanted = 3): Promise<CalibrationDetail> => {
    const plan = { name: 'First', raterIds: ['cy', 'dee'], categoryIds: ['empathy', 'patience'], ...changes };
    const { calibration } = await ok(lead(), 'POST', '/calibrations', plan);
    await ok(lead(), 'POST', `/calibrations/${calibration.id}/conversations`, { way: 'random', wanted });
    return (await ok(lead(), 'POST', `/calibrations/${calibration.id}/begin`)).calibration;
  };
  const rate = async (person: Person, id: string, partId: string, chosen: Record<string, number | null>) => {
    const on = `/calibrations/${id}/conversations/${partId}`;
    const { reading }: { reading: CalibrationReading } = await ok(person, 'GET', `${on}/reading`);
    const ratings = Object.entries(chosen).map(([categoryId, point]) => ({
      ...{ categoryId, chosen: point, rootCauses: [], quotes: [], comment: `my own words by ${person.id}` },
    }));
    const content = { ratings, note: '' };
    await ok(person, 'PUT', `${on}/reading`, { saves: reading.saves, content, seconds: 20 });
    return ok(person, 'POST', `${on}/hand-in`, { seconds: 21 });
  };
  const get = async (person: Person, id: string): Promise<CalibrationDetail> =>
    (await ok(person, 'GET', `/calibrations/${id}`)).calibration;
  const broken = async () =>
    (await verifyStore(app.store, { now: () => 0 }))
      .filter((one) => one.name.startsWith('calibrations') && one.violations.length > 0)
      .map((one) => one.name);
  return { ids, ana, query, send, ok, begin, rate, get, broken, end: () => app.end() };
}

/** @returns the author whom the agent of the team writes as */
async function addPeople(db: Db): Promise<number> {
  const people = { cy: 'reviewer', dee: 'reviewer', lee: 'lead', ana: 'agent' };
  for (const [id, role] of Object.entries(people)) {
    await sql`INSERT INTO users (id, home_workspace, name, email)
      VALUES (${id}, ${firstWorkspace}, ${`${id} doe`}, ${`${id}@example.org`})`.execute(db);
    await sql`INSERT INTO members (workspace_id, user_id, role) VALUES (${firstWorkspace}, ${id}, ${role})`.execute(db);
  }
  const { rows } = await sql<{ author_id: number }>`
    INSERT INTO member_authors (workspace_id, user_id, author_id, confirmed_by)
    SELECT workspace_id, 'ana', id, 'local' FROM authors WHERE role = 'agent' AND name = 'Agent: Ana'
    RETURNING author_id`.execute(db);
  return rows[0]?.author_id ?? 0;
}
