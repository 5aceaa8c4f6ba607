import { Client } from 'pg';
import { inject } from 'vitest';
import { quoteName } from './roles.ts';
import { cloneTestDatabase, type TestDatabase, type TestTemplate } from './test-database.ts';

export interface OpenTestDatabase extends TestDatabase {
  /** To clone other empty databases from. */
  template: TestTemplate;
  drop(): Promise<void>;
}

/** A migrated database of its own for one test file, in the one PostgreSQL of the whole run (`tests/one-cluster.ts`). */
export async function openTestDatabase(label: string): Promise<OpenTestDatabase> {
  const answer = await fetch(inject('clusterDoor'));
  if (!answer.ok) throw new Error(`The PostgreSQL of the tests did not start: ${await answer.text()}`);
  const template = (await answer.json()) as TestTemplate;
  const database = await cloneTestDatabase(template, label);
  return { ...database, template, drop: () => dropDatabase(database) };
}

/** Some 14 MB each, and there are a hundred of them. */
async function dropDatabase({ name, adminUrl }: TestDatabase): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`DROP DATABASE ${quoteName(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
