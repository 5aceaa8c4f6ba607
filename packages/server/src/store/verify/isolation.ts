import { sql } from 'kysely';
import { tablesWithoutWorkspace } from '../tables-without-workspace.ts';
import type { Check } from './check.ts';
import { resultOf } from './check.ts';

/** Every row has a workspace, nothing crosses workspaces, and the serving role cannot get around it. */
export const isolationChecks: readonly Check[] = [
  {
    name: 'workspace-everywhere',
    promise: 'every table of ours has a workspace and row-level security that binds its owner too',
    async find(db) {
      const { rows } = await sql<{ name: string; sound: boolean }>`
        SELECT c.relname AS name, coalesce(c.relrowsecurity AND c.relforcerowsecurity AND a.attnotnull
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid), false) AS sound
        FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace`.execute(db);
      const ours = rows.filter(({ name }) => !(name in tablesWithoutWorkspace));
      return resultOf(
        ours.length,
        ours.filter(({ sound }) => !sound).map(({ name }) => `table ${name}`),
      );
    },
  },
  {
    name: 'keys-within-workspace',
    promise: 'no foreign key can cross workspaces',
    async find(db) {
      const without = Object.keys(tablesWithoutWorkspace);
      const { rows } = await sql<{ name: string; sound: boolean }>`
        SELECT k.conname AS name, k.confrelid = 'workspaces'::regclass
          OR k.confrelid::regclass::text = ANY(${without}::text[])
          OR EXISTS (SELECT 1 FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n
            WHERE a.attname = 'workspace_id') AS sound
        FROM pg_constraint k
        WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => !sound).map(({ name }) => `foreign key ${name}`),
      );
    },
  },
  {
    name: 'nobody-else-sees',
    promise: 'the serving role sees nothing of another workspace, and nothing without one',
    async find(db, workspace) {
      const { rows } = await sql<{ name: string }>`
        SELECT c.relname AS name FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`.execute(db);
      const broken: string[] = [];
      for (const other of ['-1', '']) {
        await sql`SELECT set_config('app.workspace', ${other}, true)`.execute(db);
        for (const { name } of rows) {
          const seen = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(db);
          if (seen.rows.length > 0) broken.push(`table ${name} seen from workspace “${other}”`);
        }
      }
      await sql`SELECT set_config('app.workspace', ${String(workspace)}, true)`.execute(db);
      return resultOf(rows.length * 2, broken);
    },
  },
];
