import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCitationsJob } from '../jobs/find-citations.ts';
import { findGapsJob } from '../jobs/find-gaps.ts';
import type { JobContext } from '../jobs/job.ts';
import { readArticlesJob } from '../jobs/read-articles.ts';
import { shippedScorer } from '../jobs/scorer.ts';
import { createSpoolKey } from '../jobs/spool.ts';
import { changeArticleImport, createArticleImport, loadArticleImport } from '../store/articles/article-imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from './test-app.ts';

const examples = new URL('../../../../examples/articles/', import.meta.url);
const zendesk = readFileSync(new URL('zendesk-guide.json', examples), 'utf8');

let app: TestApp;
let ids: string[];
beforeAll(async () => {
  app = await startTestApp('articles', keepImports);
  const stored = await saveScored(app.store, [
    conversationOf('links', [
      ['Kim', 'Hello, how do I pair my A3 earbuds with two devices?'],
      [
        'Agent: Ann',
        'See https://help.soundhaus.example/hc/en-us/articles/360001234501-Pairing?utm_source=x. It tells all.',
      ],
    ]),
    conversationOf('names', [
      ['Kim', 'When will my refund arrive?'],
      ['Agent: Bea', 'I think it may take a while. There is an article “When your refund arrives” about it.'],
    ]),
    conversationOf('unsure-1', [
      ['Lou', 'Do you deliver large speakers to the island of Jersey?'],
      ['Agent: Ann', 'I think so, but I am not sure.'],
    ]),
    conversationOf('unsure-2', [
      ['Max', 'Can a large speaker be delivered to Jersey?'],
      ['Agent: Bea', 'Maybe, I guess, I am not sure about that.'],
    ]),
  ]);
  ids = stored.map(String);
});
afterAll(() => app.end());

/** The road of a file: received, read by its job, then what the jobs behind it find. */
async function bring(text: string, given: { fileName?: string; helpCentre?: string; isPart?: boolean } = {}) {
  const id = await inWorkspace(app.store, firstWorkspace, async (db) => {
    const made = await createArticleImport(db, firstWorkspace, {
      ...{ fileName: 'articles.json', helpCentre: '', isPart: false, by: 'You', now: testNow, ...given },
      ...{ spoolId: 's', spoolKey: createSpoolKey() },
    });
    await changeArticleImport(db, firstWorkspace, made, { state: 'reading' });
    return made;
  });
  const sent: string[] = [];
  const jobs = { sendUnlessWaiting: async (_db: unknown, { name }: { name: string }) => void sent.push(name) };
  const spool = {
    articles: {
      open: async function* () {
        yield Buffer.from(text);
      },
      remove: async () => {},
    },
  };
  const context = {
    ...{ store: app.store, scorer: shippedScorer, jobs, spool, now: () => testNow.getTime() },
    languageOf: (words: string) => (/Rückgabe/.test(words) ? 'de' : 'en'),
  } as unknown as JobContext;
  await readArticlesJob.handle(context, { workspaceId: firstWorkspace, articleImportId: id });
  await readArticlesJob.handle(context, { workspaceId: firstWorkspace, articleImportId: id });
  const found = await inWorkspace(app.store, firstWorkspace, (db) => loadArticleImport(db, firstWorkspace, id));
  if (found.state === 'done') {
    expect(sent).toEqual(['find-citations']);
    await findCitationsJob.handle(context, { workspaceId: firstWorkspace, after: 0 });
    await findGapsJob.handle(context, { workspaceId: firstWorkspace });
  }
  return found;
}

const get = async (url: string) => (await app.http.inject(url)).json();
const titles = (answer: { articles: { title: string }[] }) => answer.articles.map(({ title }) => title);
const entry = (id: number, more: object = {}) => ({
  id,
  section_id: 1,
  locale: 'en',
  title: `Title ${id}`,
  body: 'Words',
  ...more,
});

describe('bringing articles in', () => {
  it('keeps each once: the same file again changes nothing', async () => {
    const first = await bring(zendesk);
    expect(first).toMatchObject({ state: 'done', helpCentre: 'Zendesk Guide', goneNotMarked: null });
    expect(first.counts).toEqual({ read: 8, added: 8, changed: 0, unchanged: 0, repeated: 0, refused: 0, gone: 0 });
    expect(first.masked.email).toBe(1);
    expect((await bring(zendesk)).counts).toMatchObject({ read: 8, added: 0, changed: 0, unchanged: 8, gone: 0 });
  });

  it('notes what changed, what is gone, and what comes back', async () => {
    const file = (...articles: object[]) => JSON.stringify({ articles });
    await bring(file(entry(1), entry(2), entry(3)), { helpCentre: 'Changing' });
    const next = await bring(file(entry(1), entry(2, { body: 'Other words' })), { helpCentre: 'Changing' });
    expect(next.counts).toMatchObject({ changed: 1, unchanged: 1, gone: 1 });
    expect(titles(await get('/api/v1/articles?helpCentre=Changing'))).toEqual(['Title 1', 'Title 2']);
    expect(titles(await get('/api/v1/articles?helpCentre=Changing&gone=yes'))).toEqual(['Title 3']);
    const back = await bring(file(entry(1), entry(2, { body: 'Other words' }), entry(3)), { helpCentre: 'Changing' });
    expect(back.counts).toMatchObject({ changed: 1, unchanged: 2, gone: 0 });
  });

  it('marks nothing as gone where the file may not be all of it', async () => {
    const file = (articles: object[], more: object = {}) => JSON.stringify({ articles, ...more });
    await bring(file([entry(1), entry(2), entry(3)]), { helpCentre: 'Careful' });
    const part = await bring(file([entry(1)]), { helpCentre: 'Careful', isPart: true });
    expect(part).toMatchObject({ counts: { gone: 0 }, goneNotMarked: expect.stringContaining('only some') });
    const page = await bring(file([entry(1)], { next_page: 'https://x.example/2' }), { helpCentre: 'Careful' });
    expect(page).toMatchObject({ counts: { gone: 0 }, goneNotMarked: expect.stringContaining('more pages') });
    // One entry that cannot be read is still there; which others are missing can be told all the same.
    const bad = await bring(file([entry(1), entry(2, { body: 'a\0b' })]), { helpCentre: 'Careful' });
    expect(bad.counts).toMatchObject({ unchanged: 1, refused: 1, gone: 1 });
    const unknown = await bring(`${JSON.stringify(entry(1))}\n{"broken":`, { helpCentre: 'Careful' });
    expect(unknown).toMatchObject({
      counts: { refused: 1, gone: 0 },
      goneNotMarked: expect.stringContaining('cannot be told'),
    });
    const { problems } = await get(`/api/v1/article-imports/${unknown.id}/problems`);
    expect(problems).toEqual([
      { file: 'articles.json', line: 2, reason: expect.any(String), wayOut: expect.any(String) },
    ]);
  });

  it('keeps the newer of two of one file', async () => {
    const [older, newer] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];
    const articles = [entry(1, { edited_at: newer, body: 'New' }), entry(1, { edited_at: older, body: 'Old' })];
    expect((await bring(JSON.stringify({ articles }), { helpCentre: 'Twice' })).counts).toMatchObject({
      added: 1,
      repeated: 1,
    });
    const [one] = (await get('/api/v1/articles?helpCentre=Twice')).articles;
    expect((await get(`/api/v1/articles/${one.id}`)).text).toBe('New');
  });

  it('says why a file cannot be read, and keeps nothing of it', async () => {
    const failed = await bring('{"tickets":[]}', { fileName: 'tickets.json' });
    expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining('No articles were found') });
  });

  it('forgets a help centre when an admin says so', async () => {
    await bring(JSON.stringify({ articles: [entry(1)] }), { helpCentre: 'Short lived' });
    const gone = await app.http.inject({ method: 'DELETE', url: '/api/v1/help-centres/Short%20lived', payload: {} });
    expect(gone.json()).toEqual({ removed: 1 });
    expect(
      (await app.http.inject({ method: 'DELETE', url: '/api/v1/help-centres/Short%20lived', payload: {} })).statusCode,
    ).toBe(404);
  });
});

describe('reading articles', () => {
  it('finds them by their words in their own language, with the place that was found', async () => {
    const found = await get('/api/v1/articles?search=pair%20device');
    expect(titles(found)[0]).toBe('Pairing your A3 earbuds with two devices');
    expect(found.articles[0].excerpt.some(({ isHit }: { isHit: boolean }) => isHit)).toBe(true);
    expect(titles(await get('/api/v1/articles?search=Verbindung'))).toEqual([
      'A3-Kopfhörer mit zwei Geräten verbinden',
    ]);
    expect(
      titles(await get(`/api/v1/articles?search=${encodeURIComponent('\'; DROP <script> \\ & | ! ( "')}`)),
    ).toEqual([]);
  });

  it('reads quotation marks, “or” and minus signs, and drafts by their words too', async () => {
    const search = async (typed: string, more = '') =>
      titles(await get(`/api/v1/articles?search=${encodeURIComponent(typed)}${more}`));
    const all = await search('refund');
    expect(all).toContain('When your refund arrives');
    expect(await search('"refund arrives"')).toEqual(['When your refund arrives']);
    expect(await search('"arrives refund"')).toEqual([]);
    expect(await search('refund -arrives')).toEqual(all.filter((title) => title !== 'When your refund arrives'));
    expect(await search('-refund')).not.toContain('When your refund arrives');
    expect((await search('arrives or device')).length).toBeGreaterThan(1);
    expect(await search('gift cards', '&audience=draft')).toEqual(['Gift cards']);
    expect(await search('the of')).toEqual([]);
  });

  it('puts more than five hundred in order by all of their words, page by page', async () => {
    const words = (n: number) => 'kettle '.repeat(1 + (n % 200)).trim();
    const many = Array.from({ length: 620 }, (_, n) => entry(n + 1, { title: `Piece ${n}`, body: words(n) }));
    await bring(JSON.stringify({ articles: many }), { helpCentre: 'Kettles' });
    const read: string[] = [];
    let after: string | null = '0';
    while (after !== null) {
      const page = await get(`/api/v1/articles?search=kettle&limit=100&after=${after}`);
      expect(page.total).toBe(620);
      read.push(...titles(page));
      after = page.next;
    }
    expect(new Set(read).size).toBe(620);
    const times = read.map((title) => 1 + (Number(title.split(' ')[1]) % 200));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const removed = await app.http.inject({ method: 'DELETE', url: '/api/v1/help-centres/Kettles', payload: {} });
    expect(removed.json()).toEqual({ removed: 620 });
    expect((await get('/api/v1/articles?search=kettle')).total).toBe(0);
  });

  it('keeps apart what is internal or a draft, and drafts from everybody but leads', async () => {
    const { counts, articles } = await get('/api/v1/articles?helpCentre=Zendesk%20Guide');
    expect(counts.draft).toBeGreaterThan(0);
    expect(new Set(articles.map(({ audience }: { audience: string }) => audience))).toEqual(
      new Set(['public', 'internal']),
    );
    const drafts = await get('/api/v1/articles?audience=draft');
    expect(titles(drafts)).toContain('Gift cards');
    const agent: Person = { ...localPerson, id: 'u', role: 'agent', holds: ['anyone', 'member'], sees: [] };
    const http = await app.rebuild({ personOf: () => agent });
    expect((await http.inject('/api/v1/articles?audience=draft')).json()).toMatchObject({
      articles: [],
      counts: { draft: 0 },
    });
    const draft = await http.inject(`/api/v1/articles/${drafts.articles[0].id}`);
    const nothing = await http.inject('/api/v1/articles/987654321');
    expect([draft.statusCode, draft.body]).toEqual([nothing.statusCode, nothing.body]);
    expect(nothing.statusCode).toBe(404);
  });

  it('masks what must not be stored, and runs nothing', async () => {
    const { articles } = await get('/api/v1/articles?search=refund%20bank%20account');
    const { text } = await get(`/api/v1/articles/${articles[0].id}`);
    expect(text).toContain('[email]');
    const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`SELECT id FROM articles WHERE text ~ 'alert|<script'`.execute(db),
    );
    expect(rows).toEqual([]);
  });

  it('pages', async () => {
    const first = await get('/api/v1/articles?limit=2');
    const second = await get(`/api/v1/articles?limit=2&after=${first.next}`);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(4);
  });
});

describe('articles and conversations', () => {
  it('finds who names an article by its address, in whatever language it was copied, or by its title', async () => {
    const linked = await get(`/api/v1/conversations/${ids[0]}/articles`);
    expect(linked.cited).toMatchObject([
      { how: 'address', article: { title: 'Pairing your A3 earbuds with two devices' } },
    ]);
    expect(linked.cited[0].quote).toBe(
      'https://help.soundhaus.example/hc/en-us/articles/360001234501-Pairing?utm_source=x',
    );
    const named = await get(`/api/v1/conversations/${ids[1]}/articles`);
    expect(named.cited).toMatchObject([{ how: 'title', quote: 'When your refund arrives' }]);
    const { citations } = await get(`/api/v1/articles/${named.cited[0].article.id}/citations`);
    expect(citations.map(({ conversationId }: { conversationId: string }) => conversationId)).toEqual([ids[1]]);
    expect((await get(`/api/v1/articles/${named.cited[0].article.id}`)).conversations).toBe(1);
  });

  it('tells of no conversation that the reader may not open', async () => {
    const named = await get(`/api/v1/conversations/${ids[1]}/articles`);
    const http = await app.rebuild({ personOf: () => ({ ...localPerson, sees: [] }) });
    const url = `/api/v1/articles/${named.cited[0].article.id}`;
    expect((await http.inject(`${url}/citations`)).json()).toEqual({ citations: [], next: null });
    expect((await http.inject(url)).json().conversations).toBe(0);
    const other = await http.inject(`/api/v1/conversations/${ids[1]}/articles`);
    const nothing = await http.inject('/api/v1/conversations/987654321/articles');
    expect([other.statusCode, other.body]).toEqual([nothing.statusCode, nothing.body]);
    const { gaps } = (await http.inject('/api/v1/knowledge-gaps')).json();
    expect(gaps.groups.flatMap(({ questions }: { questions: object[] }) => questions)).toEqual([]);
  });

  it('offers the articles that fit a question, and none where none does', async () => {
    const { asked } = await get(`/api/v1/conversations/${ids[1]}/articles`);
    expect(asked[0].question.quote).toBe('When will my refund arrive?');
    expect(asked[0].articles[0].title).toBe('When your refund arrives');
    const match = (question: string) =>
      app.http.inject({ method: 'POST', url: '/api/v1/articles/match', payload: { question } });
    expect(titles((await match('How can I return something?')).json())).toContain('Returning something you bought');
    const long = 'Hello there, I bought large speakers in the spring sale. When will my refund arrive? Best, Kim';
    expect(titles((await match(long)).json())[0]).toBe('When your refund arrives');
    expect((await match('Do you sell gift cards?')).json()).toMatchObject({ isJudged: true, articles: [] });
    expect((await match('Can you help me please?')).json()).toMatchObject({ isJudged: false, articles: [] });
  });

  it('shows the place that holds what was asked, exactly as it stands in the article', async () => {
    const match = async (question: string) =>
      (await app.http.inject({ method: 'POST', url: '/api/v1/articles/match', payload: { question } })).json();
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
    for (const question of ['When will my refund arrive?', 'How can I return something I bought?']) {
      for (const { id, excerpt } of (await match(question)).articles) {
        const { text } = await get(`/api/v1/articles/${id}`);
        const quote = excerpt.map((piece: { text: string }) => piece.text).join('');
        expect(excerpt.length === 0 || excerpt.some(({ isHit }: { isHit: boolean }) => isHit)).toBe(true);
        expect(plain(text)).toContain(plain(quote.replace(/^… /, '').replace(/ …$/, '')));
      }
    }
    const [refund] = (await match('When will my refund arrive?')).articles;
    expect(
      refund.excerpt.some(({ text, isHit }: { text: string; isHit: boolean }) => isHit && /refund/i.test(text)),
    ).toBe(true);
  });

  it('groups the questions that were answered unsurely and that no article answers', async () => {
    const { gaps } = await get('/api/v1/knowledge-gaps');
    const jersey = gaps.groups.find(({ name }: { name: string }) => /jersey/.test(name));
    expect(jersey.conversations).toBe(2);
    for (const { quote } of jersey.questions) expect(quote).toMatch(/Jersey/);
    expect(gaps.unsure).toBe(gaps.answered + gaps.unclear + gaps.without);
    expect(gaps.unused.map(({ article }: { article: { title: string } }) => article.title)).toContain(
      'When your refund arrives',
    );
  });

  it('follows a reply that its source corrected', async () => {
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`UPDATE messages SET text = 'Corrected.' WHERE conversation_id = ${Number(ids[0])} AND message_id = 'links-1'`.execute(
        db,
      ),
    );
    expect((await get(`/api/v1/conversations/${ids[0]}/articles`)).cited).toEqual([]);
  });
});

it('keeps every promise', async () => {
  const checked = await verifyStore(app.store, { now: () => 0 });
  const own = checked.filter(({ name }) => /article|citation|team-answers|isolat|security/.test(name));
  expect(own.filter(({ name }) => /article|citation/.test(name)).map(({ checked: count }) => count > 0)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(own.flatMap(({ name, violations }) => violations.map((one) => `${name}: ${one}`))).toEqual([]);
});

it('says so where a promise is broken', async () => {
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    await sql`UPDATE articles SET title = 'Something else' WHERE title = 'Limits for goodwill'`.execute(db);
    await sql`UPDATE article_citations SET said_quote = 'not so'`.execute(db);
    await sql`DELETE FROM article_words WHERE word = 'refund'`.execute(db);
  });
  const broken = (await verifyStore(app.store, { now: () => 0 })).filter(({ violations }) => violations.length > 0);
  expect(broken.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'articles-found-by-their-words',
      'words-of-articles-stand-there',
      'citations-quote-exactly',
    ]),
  );
});
