import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from './data-folder.fixture.ts';
import { checkServer, describeUrl, type ServerFacts } from './foreign-server.ts';
import { startDatabase } from './start-database.ts';
import { cloneTestDatabase, startTestCluster, type TestCluster, type TestDatabase } from './test-database.ts';

const oldestSupported = '/usr/lib/postgresql/15/bin';
const servers: { title: string; binFolder: string | undefined; version: RegExp; present: boolean }[] = [
  { title: 'the PostgreSQL that npm brings', binFolder: undefined, version: /^18\./, present: true },
  {
    title: 'PostgreSQL 15 (skipped where Debian’s package postgresql-15 is absent)',
    binFolder: oldestSupported,
    version: /^15\./,
    present: existsSync(oldestSupported),
  },
];

describe.each(servers)('a foreign server: $title', ({ binFolder, version, present }) => {
  describe.skipIf(!present)('named by DATABASE_URL', { timeout: 60_000 }, () => {
    const dataFolder = '/nowhere';
    let cluster: TestCluster;
    let given: TestDatabase;

    beforeAll(async () => {
      cluster = await startTestCluster({ migrate: async () => {}, binFolder });
      given = await cloneTestDatabase(cluster.template);
    }, 60_000);
    afterAll(() => cluster?.stop(), 60_000);

    it('migrates and serves with one role when one URL is given', async () => {
      const database = await startDatabase({ dataFolder, databaseUrl: given.ownerUrl, log: silent });
      expect(database).toMatchObject({
        kind: 'foreign',
        attached: true,
        rowSecurity: true,
        ownerUrl: given.ownerUrl,
        appUrl: given.ownerUrl,
        ownerRole: 'rapport_owner',
        appRole: 'rapport_owner',
      });
      expect(database.serverVersion).toMatch(version);
      await database.stop({ evenIfAttached: true });
      expect((await startDatabase({ dataFolder, databaseUrl: given.appUrl, log: silent })).appRole).toBe('rapport_app');
    });

    it('keeps the two roles apart when two URLs are given', async () => {
      const urls = { databaseUrl: given.appUrl, ownerDatabaseUrl: given.ownerUrl };
      const database = await startDatabase({ dataFolder, ...urls, log: silent });
      expect(database).toMatchObject({
        ownerUrl: given.ownerUrl,
        appUrl: given.appUrl,
        ownerRole: 'rapport_owner',
        appRole: 'rapport_app',
      });
    });

    it('refuses two URLs that lead to two databases', async () => {
      const other = await cloneTestDatabase(cluster.template);
      const urls = { databaseUrl: given.appUrl, ownerDatabaseUrl: other.ownerUrl };
      const attempt = startDatabase({ dataFolder, ...urls, log: silent });
      await expect(attempt).rejects.toMatchObject({ reason: 'different_databases' });
    });

    it('refuses to serve as a superuser, unless told so, and then says that row-level security is off', async () => {
      const attempt = startDatabase({ dataFolder, databaseUrl: given.adminUrl, log: silent });
      await expect(attempt).rejects.toMatchObject({ reason: 'row_security_off' });
      const said: string[] = [];
      const log = { ...silent, warn: (message: string) => said.push(message) };
      const settings = { databaseUrl: given.adminUrl, withoutRowSecurity: true };
      expect((await startDatabase({ dataFolder, ...settings, log })).rowSecurity).toBe(false);
      expect(said.join()).toContain('Row-level security is OFF');
    });

    it('names the address but never the password when it gets no answer', async () => {
      const wrong = given.appUrl.replace(/:[^:@]+@/, ':a-secret@');
      const error = await startDatabase({ dataFolder, databaseUrl: wrong, log: silent }).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'database-unusable', reason: 'unreachable' });
      expect(error.message).toContain(describeUrl(given.appUrl));
      expect(error.message).not.toContain('a-secret');
    });
  });
});

describe('checking a foreign server', () => {
  const good: ServerFacts = {
    versionNumber: 150_008,
    version: '15.8',
    encoding: 'UTF8',
    role: 'app',
    bypassesRowSecurity: false,
    identity: '1 1',
  };
  const asked = { place: 'db.example:5432/rapport', withoutRowSecurity: false };

  it('accepts 15 and refuses 14 with what happened, why it matters and the way out', () => {
    expect(() => checkServer(good, asked)).not.toThrow();
    expect(() => checkServer({ ...good, versionNumber: 140_012, version: '14.12' }, asked)).toThrow(
      expect.objectContaining({
        reason: 'version_too_old',
        parts: { what: expect.stringContaining('14.12'), why: expect.any(String), wayOut: expect.any(String) },
      }),
    );
  });

  it('refuses an encoding that cannot hold every script', () => {
    expect(() => checkServer({ ...good, encoding: 'LATIN1' }, asked)).toThrow(
      expect.objectContaining({ reason: 'encoding_not_utf8' }),
    );
  });

  it('refuses an address of another kind before it connects', async () => {
    const attempt = startDatabase({ dataFolder: '/nowhere', databaseUrl: 'mysql://a:b@c/d', log: silent });
    await expect(attempt).rejects.toMatchObject({ reason: 'url_unreadable' });
  });
});
