import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appRole, ownerRole } from '../../database/roles.ts';
import { cloneTestDatabase, startTestCluster, type TestCluster } from '../../database/test-database.ts';
import { migrate } from '../migrate.ts';
import { allMigrations } from './all-migrations.ts';

const before = allMigrations.slice(
  0,
  allMigrations.findIndex(({ name }) => name === '0005-scorer-versions'),
);
let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster({
    migrate: async (ownerUrl) => void (await migrate({ ownerUrl, ownerRole, appRole }, before)),
  });
});
afterAll(() => cluster?.stop());

it('knows the versions of a database that was filled before, and that the focus is read from the newest', async () => {
  const database = await cloneTestDatabase(cluster.template, 'versions-before');
  const admin = new Client(database.adminUrl);
  await admin.connect();
  await admin.query(`
    INSERT INTO imports (workspace_id, file_name, state, spool_id) VALUES (1, 'f', 'done', 's');
    INSERT INTO conversations (workspace_id, source, source_id, channel, import_id, scorer_version)
    VALUES (1, 'x', '1', 'chat', 1, 'first'), (1, 'x', '2', 'chat', 1, 'second'), (1, 'x', '3', 'chat', 1, NULL);
    INSERT INTO authors (workspace_id, source, author_key, role_said, name, role)
    VALUES (1, 'x', 'a', 'agent', 'A', 'agent');
    INSERT INTO assessments (workspace_id, conversation_id, author_id, scorer_version, assessed_at)
    VALUES (1, 1, 1, 'first', '2026-01-01'), (1, 2, 1, 'second', '2026-02-01');`);
  await migrate({ ownerUrl: database.ownerUrl, ownerRole, appRole });
  const { rows } = await admin.query(
    'SELECT scorer_version, first_used_at, focus_since FROM scorer_versions ORDER BY focus_since DESC',
  );
  const secure = await admin.query(
    `SELECT relname FROM pg_class WHERE relname IN ('assessments', 'conversations') AND relforcerowsecurity`,
  );
  await admin.end();
  expect(rows.map(({ scorer_version }) => scorer_version)).toEqual(['second', 'first']);
  expect(rows[0].focus_since).toEqual(rows[0].first_used_at);
  expect(secure.rows).toHaveLength(2);
});
