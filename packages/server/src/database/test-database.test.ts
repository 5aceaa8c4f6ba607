import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './data-folder.fixture.ts';
import { cloneTestDatabase, startTestCluster, type TestCluster } from './test-database.ts';

describe('databases for tests', { timeout: 60_000 }, () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    const migrate = async (ownerUrl: string) => {
      await ask(ownerUrl, 'CREATE TABLE migrated AS SELECT 1 AS a');
      await ask(ownerUrl, 'GRANT SELECT, INSERT ON migrated TO rapport_app');
    };
    cluster = await startTestCluster({ migrate });
  }, 60_000);
  afterAll(() => cluster?.stop(), 60_000);

  it('are copies of the migrated template that know nothing of each other', async () => {
    const template = structuredClone(cluster.template);
    const [one, two] = await Promise.all([cloneTestDatabase(template, 'Store / one'), cloneTestDatabase(template)]);
    await ask(one.appUrl, 'INSERT INTO migrated VALUES (2)');
    expect(await ask(one.appUrl, 'SELECT count(*)::int FROM migrated')).toBe(2);
    expect(await ask(two.appUrl, 'SELECT count(*)::int FROM migrated')).toBe(1);
    expect(one.name).toMatch(/^store_one_[0-9a-f]{12}$/);
  });

  it('belong to the owner and hold the serving role to the same bounds as the product does', async () => {
    const clone = await cloneTestDatabase(cluster.template);
    await ask(clone.ownerUrl, 'CREATE TABLE more (a int)');
    await expect(ask(clone.appUrl, 'SELECT a FROM more')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(clone.appUrl, 'CREATE TEMP TABLE mine (a int)')).rejects.toMatchObject({ code: '42501' });
    expect(await ask(clone.adminUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toBe(true);
  });

  it('leave nothing behind when the migration fails', async () => {
    let url = '';
    const migrate = async (ownerUrl: string) => {
      url = ownerUrl;
      await ask(ownerUrl, 'SELECT nothing');
    };
    await expect(startTestCluster({ migrate })).rejects.toMatchObject({ code: '42703' });
    await expect(ask(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('go with their cluster', async () => {
    const short = await startTestCluster({ migrate: async () => {} });
    expect(existsSync(short.dataFolder)).toBe(true);
    await short.stop();
    expect(existsSync(short.dataFolder)).toBe(false);
  });
});
