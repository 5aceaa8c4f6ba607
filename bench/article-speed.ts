/**
 * How long a search in the articles takes, and finding those that fit a question, over HTTP, in a help centre of ordinary
 * words and in one where every word stands in about half of the articles, which no index can narrow down.
 *
 *     npm run bench -- article-speed
 *     node --import tsx bench/article-speed.ts --articles 5000
 */
import { cpus, loadavg } from 'node:os';
import { addressOf, getStatus, listArticles, matchArticles } from '@rapport/contract';
import { startServer } from '../tests/running-server.ts';
import { type AskedText, makeArticles } from './article-texts.ts';
import { optionOf } from './big-import.ts';
import { bringArticles } from './bring-articles.ts';
import { keepTable, percentile, rounded } from './table.ts';

const count = Number(optionOf('--articles') ?? 5000);
const kinds = { 'ordinary words': 20_000, 'every word everywhere': 400 };

const rows: string[][] = [];
for (const [kind, common] of Object.entries(kinds)) rows.push(...(await measureKind(kind, common)));
keepTable({
  name: 'article-speed',
  title: `Searching and matching ${rounded(count)} articles`,
  about: `${rounded(count)} made-up articles of 305 words each, imported by the product; 100 searches of two or three words of a title and 100 questions of about a dozen words, five of them a title's, one after the other over HTTP, each after ten that do not count. Beside them the list without a search, and the least that the server answers.`,
  columns: ['articles', 'request', 'found (median)', 'its article among them', 'median ms', 'p95 ms', 'longest ms'],
  rows,
  notes: [
    `While it was measured, others kept this machine busy or not: load average ${rounded(loadavg()[0] ?? 0, 1)} on ${cpus().length} cores. Beside that, “status” tells what a request costs that asks for nothing.`,
    'Goal: 100 ms each, on a machine that does nothing else. Of a search the first 30 are looked at for its article, of a question the three that are offered.',
  ],
});

interface Said {
  total?: number;
  articles?: { url: string | null }[];
}

async function measureKind(kind: string, common: number): Promise<string[][]> {
  const { articles, searches, questions } = makeArticles(count, common);
  const server = await startServer();
  const { origin } = server;
  try {
    const placeOf = await bringArticles(origin, { articles, helpCentre: 'Made up' });
    const list = (search?: string) => fetch(addressOf(listArticles, { origin, query: search ? { search } : {} }));
    const match = (question: string) =>
      fetch(addressOf(matchArticles, { origin }), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      });
    const status = await measure(questions, { placeOf, ask: () => fetch(addressOf(getStatus, { origin })) });
    const whole = await measure(searches, { placeOf, ask: () => list() });
    return [
      [kind, 'status', ...status.with(0, '').with(1, '')],
      [kind, 'list', ...whole.with(1, '')],
      [kind, 'search', ...(await measure(searches, { placeOf, ask: list }))],
      [kind, 'articles that fit', ...(await measure(questions, { placeOf, ask: match }))],
    ];
  } finally {
    await server.end();
  }
}

async function measure(
  all: readonly AskedText[],
  { placeOf, ask }: { placeOf: (address: string | null) => number; ask: (text: string) => Promise<Response> },
): Promise<string[]> {
  const [times, found]: [number[], number[]] = [[], []];
  let hits = 0;
  for (const [at, { text, article }] of [...all.slice(0, 10), ...all].entries()) {
    const began = performance.now();
    const answer = await ask(text);
    const { total, articles = [] } = (await answer.json()) as Said; // of the contract
    if (!answer.ok) throw new Error(`“${text}” was answered with ${answer.status}`);
    if (at < 10) continue;
    times.push(performance.now() - began);
    found.push(total ?? articles.length);
    hits += Number(articles.some(({ url }) => placeOf(url) === article));
  }
  return [
    rounded(percentile(found, 0.5)),
    `${hits} of ${all.length}`,
    ...[0.5, 0.95, 1].map((share) => rounded(percentile(times, share), 1)),
  ];
}
