/** A real SMTP server: members are told at their own confirmed addresses, and nobody else ever is. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../../packages/server/src/arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../../packages/server/src/store/in-workspace.ts';
import { noteFor, savePreference } from '../../packages/server/src/store/notices.ts';
import { missing } from './missing.ts';
import { hasMailSink, type RunningMailSink, startMailSink } from './start-mail-sink.ts';

missing(hasMailSink, 'python3-aiosmtpd');

describe.skipIf(!hasMailSink)('mail to members', () => {
  let sink: RunningMailSink;
  let app: LiveApp;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startLiveApp('notices', {
      ...{ RAPPORT_SMTP_URL: sink.url, RAPPORT_MAIL_FROM: 'Rapport <rapport@shop.example>' },
      PUBLIC_URL: 'https://rapport.shop.example',
    });
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      for (const [id, confirmed] of [
        ['olga', true],
        ['rita', true],
        ['sven', false],
      ] as const) {
        await sql`INSERT INTO users (id, home_workspace, name, email, email_verified)
          VALUES (${id}, ${firstWorkspace}, ${id}, ${`${id}@shop.example`}, ${confirmed})`.execute(db);
        await sql`INSERT INTO members (workspace_id, user_id, role) VALUES (${firstWorkspace}, ${id}, 'admin')`.execute(
          db,
        );
      }
      await savePreference(db, firstWorkspace, 'olga', { rhythm: 'at-once', kinds: ['import-done'] });
      await savePreference(db, firstWorkspace, 'rita', { rhythm: 'daily', kinds: ['import-done', 'review-assigned'] });
      await savePreference(db, firstWorkspace, 'sven', { rhythm: 'at-once', kinds: ['import-done'] });
    });
  });
  afterAll(async () => {
    await app?.end();
    await sink?.stop();
  });

  const note = (kind: 'import-done' | 'review-assigned', object: string) =>
    inWorkspace(app.store, firstWorkspace, (db) =>
      noteFor(db, firstWorkspace, { kind, object, readers: kind === 'import-done' ? 'admins' : { user: 'rita' } }),
    );
  const mailsTo = (address: string) => sink.received().split(`To: ${address}`).length - 1;

  it('comes at once or once a day, as each wants it, and only about what each wants', async () => {
    await note('import-done', '1');
    await app.until(async () => mailsTo('olga@shop.example') === 1 && mailsTo('rita@shop.example') === 1, 40_000);
    await note('review-assigned', '2');
    await note('import-done', '3');
    await app.until(async () => mailsTo('olga@shop.example') === 2, 40_000);
    expect(mailsTo('rita@shop.example')).toBe(1);
    expect(sink.received()).toContain('Subject: Rapport: An import is done');
    expect(sink.received()).toContain('https://rapport.shop.example/');
  });

  it('never goes to an address that is not confirmed, nor to one out of imported words', async () => {
    await app.http.inject({
      ...{ method: 'POST', url: '/api/v1/conversations', headers: { host: 'localhost:80' } },
      payload: {
        id: 'n1',
        customer: 'ann@post.example',
        messages: [
          {
            id: '1',
            role: 'customer',
            author: 'ann@post.example',
            text: 'Write to ann@post.example, cc eve@post.example',
          },
        ],
      },
    });
    await note('import-done', '4');
    await app.until(async () => mailsTo('olga@shop.example') === 3, 40_000);
    expect(sink.received()).not.toMatch(/sven@|post\.example/);
  });
});
