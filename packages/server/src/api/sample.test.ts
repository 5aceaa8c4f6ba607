import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('sample', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'here');
});
afterAll(() => app?.end());

const query = async <Row extends object>(text: string): Promise<Row[]> => {
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) => sql.raw<Row>(text).execute(db));
  return rows;
};
const ask = (method: 'GET' | 'DELETE', url: string) => app.http.inject({ method, url });
const talk = (id: string, agent: string) =>
  conversationOf(id, [
    ['Kim', 'My kettle broke and I am so upset!'],
    [`Agent: ${agent}`, 'I am so sorry your kettle broke. I will send another one today.'],
  ]);

describe('the sample team', () => {
  beforeAll(async () => {
    await saveScored(app.store, [talk('made-up', 'Amara')]);
    await query("UPDATE imports SET is_sample = true, source = 'sample', spool_key = NULL");
    await query("UPDATE conversations SET source = 'sample'");
    await query("UPDATE authors SET source = 'sample'");
  });

  it('is told apart from a team’s own, and told to be mixed with it', async () => {
    expect((await ask('GET', '/api/v1/status')).json()).toMatchObject({ sample: true, sampleMixed: false });
    await saveScored(app.store, [talk('own', 'Ann')]);
    await query('UPDATE imports SET spool_key = NULL');
    expect((await ask('GET', '/api/v1/status')).json()).toMatchObject({ sample: false, sampleMixed: true });
  });

  it('stays while it is still being read', async () => {
    await query("UPDATE imports SET state = 'scoring' WHERE is_sample");
    const refused = await ask('DELETE', '/api/v1/sample');
    expect(refused.statusCode).toBe(409);
    expect(refused.json().wayOut).toContain('Wait');
    await query("UPDATE imports SET state = 'done' WHERE is_sample");
  });

  it('is put away whole, its people included, and leaves what is a team’s own', async () => {
    expect((await ask('DELETE', '/api/v1/sample')).json()).toEqual({ conversations: 1 });
    expect(await query('SELECT source_id FROM conversations')).toEqual([{ source_id: 'own' }]);
    expect(await query('SELECT name FROM authors ORDER BY name')).toEqual([{ name: 'Agent: Ann' }, { name: 'Kim' }]);
    expect((await ask('GET', '/api/v1/status')).json()).toMatchObject({
      ...{ conversations: 1, sample: false, sampleMixed: false },
    });
    const log = await query('SELECT what, detail FROM audit_entries ORDER BY number DESC LIMIT 1');
    expect(log).toEqual([{ what: 'deleted', detail: { conversations: 1 } }]);
    const broken = (await verifyStore(app.store, { now: () => 0 })).filter(({ violations }) => violations.length > 0);
    expect(broken).toEqual([]);
  });

  it('can be put away twice', async () => {
    expect((await ask('DELETE', '/api/v1/sample')).json()).toEqual({ conversations: 0 });
  });
});
