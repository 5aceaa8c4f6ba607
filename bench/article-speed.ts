/**
 * How long a search in the articles takes, and finding those that fit a question, over HTTP, in a help centre of ordinary
 * words and in one where every word stands in about half of the articles, which no index can narrow down.
 *
 *     npm run bench -- article-speed
 *     node --import tsx bench/article-speed.ts --articles 5000
 */
import { addressOf, listArticles, matchArticles } from '@rapport/contract';
import { startServer } from '../tests/running-server.ts';
import { makeArticles } from './article-texts.ts';
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
  about: `${rounded(count)} made-up articles of 305 words each, imported by the product; 100 searches of two or three words of a title and 100 questions of about a dozen words, one after the other over HTTP, each after ten that do not count.`,
  columns: ['articles', 'request', 'found (median)', 'median ms', 'p95 ms', 'longest ms'],
  rows,
  notes: ['Goal: 100 ms each.'],
});

async function measureKind(kind: string, common: number): Promise<string[][]> {
  const { articles, searches, questions } = makeArticles(count, common);
  const server = await startServer();
  const { origin } = server;
  try {
    await bringArticles(origin, { articles, helpCentre: 'Made up' });
    const search = await measure(searches, (q) => fetch(addressOf(listArticles, { origin, query: { search: q } })));
    const match = await measure(questions, (question) =>
      fetch(addressOf(matchArticles, { origin }), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      }),
    );
    return [
      [kind, 'search', ...search],
      [kind, 'articles that fit', ...match],
    ];
  } finally {
    await server.end();
  }
}

async function measure(all: readonly string[], ask: (one: string) => Promise<Response>): Promise<string[]> {
  const [times, found]: [number[], number[]] = [[], []];
  for (const [at, one] of [...all.slice(0, 10), ...all].entries()) {
    const began = performance.now();
    const answer = await ask(one);
    const said = (await answer.json()) as { total?: number; articles: unknown[] }; // of the contract
    if (!answer.ok) throw new Error(`“${one}” was answered with ${answer.status}`);
    if (at < 10) continue;
    times.push(performance.now() - began);
    found.push(said.total ?? said.articles.length);
  }
  return [rounded(percentile(found, 0.5)), ...[0.5, 0.95, 1].map((share) => rounded(percentile(times, share), 1))];
}
