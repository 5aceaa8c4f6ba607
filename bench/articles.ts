/**
 * How often the articles that are offered beside a question fit it: made-up help centres of two trades, and questions as
 * customers write them, each with the articles that fit or none. What decides was chosen on one half of the questions, told
 * apart by the hash of their words; the other half is what to believe.
 *
 *     npm run bench -- articles
 *     node --import tsx bench/articles.ts show     with every question of the first half that went wrong
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { call, listArticles, matchArticles, removeHelpCentre } from '@rapport/contract';
import { leastFit } from '@rapport/insight';
import { clusterPlaces } from '@rapport/server/database/cluster';
import { readConnection } from '@rapport/server/database/connection-file';
import { appRole, databaseName, localUrl } from '@rapport/server/database/roles';
import { countAnswering, findFitting } from '@rapport/server/store/articles/find-matches';
import { firstWorkspace, inWorkspace } from '@rapport/server/store/in-workspace';
import { openStore } from '@rapport/server/store/open-store';
import { wilsonInterval } from '@rapport/statistics';
import { startServer } from '../tests/running-server.ts';
import { bringArticles } from './bring-articles.ts';
import { keepTable } from './table.ts';

interface HelpCentre {
  company: string;
  articles: { id: string; section: string; title: string; body: string }[];
  /** None fits: the list is empty. */
  questions: { ask: string; fits: string[] }[];
}

interface Answered {
  ask: string;
  isFirstHalf: boolean;
  fits: readonly string[];
  offered: readonly string[];
  /** What was judged best, offered or not; null: nothing shares a word with the question. */
  best: { article: string; fit: number } | null;
}

const limits = [0.45, 0.55, 0.65, leastFit, 0.85, 0.95];
const folder = new URL('articles/', import.meta.url);
const helpCentres = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as HelpCentre); // ours, of this very form

const answered: { of: HelpCentre; answers: Answered[] }[] = [];
const server = await startServer();
try {
  for (const of of helpCentres) answered.push({ of, answers: await askAll(of) });
} finally {
  await server.end();
}

const all = answered.flatMap(({ answers }) => answers);
if (process.argv[2] === 'show') {
  for (const one of all.filter(({ isFirstHalf }) => isFirstHalf).filter(isWrong)) {
    process.stdout.write(
      `${one.ask}\n    fits: ${one.fits.join(', ') || '–'}   offered: ${one.offered.join(', ') || '–'}\n`,
    );
  }
}
keepTable({
  name: 'articles',
  title: 'Articles that fit a question',
  about: `${helpCentres.length} made-up help centres (${helpCentres.map(({ company, articles }) => `${company}: ${articles.length} articles`).join('; ')}), brought in by the product one after the other, and ${all.length} questions in the words of customers, with typing errors, side-talk and questions no article answers. Each share with its 95 % range (Wilson) and what it is of.`,
  columns: [
    'questions',
    'the first offered fits, of those offered any',
    'the first fits, of those that have an article',
    'one of three fits, of those that have an article',
    'offered one though none fits',
  ],
  rows: [
    measure('**the half that chose nothing**', (one) => !one.isFirstHalf),
    measure('the half that weights and threshold were chosen on', (one) => one.isFirstHalf),
    ...answered.map(({ of, answers }) => measure(`both halves, ${of.company}`, (one) => answers.includes(one))),
  ],
  notes: [
    `What another limit would do, on the half that chose (first offered fits / does not fit / offered though none fits): ${limits.map(describeLimit).join('; ')}.`,
    'Articles, questions and which fit were all written by the makers of Rapport. Other trades and longer articles will differ: how much, this cannot say.',
  ],
});

/** The product's own limit among others. */
function describeLimit(limit: number): string {
  const first = all.filter(({ isFirstHalf }) => isFirstHalf);
  const given = first.flatMap(({ best, fits }) => (best !== null && best.fit >= limit ? { best, fits } : []));
  const right = given.filter(({ best, fits }) => fits.includes(best.article)).length;
  const needless = given.filter(({ fits }) => fits.length === 0).length;
  const counts = `${right} / ${given.length - right - needless} / ${needless}`;
  return limit === leastFit ? `**${limit}: ${counts}**` : `${limit}: ${counts}`;
}

function isWrong({ fits, offered }: Answered): boolean {
  return fits.length === 0 ? offered.length > 0 : !fits.includes(offered[0] ?? '');
}

function measure(name: string, isIn: (one: Answered) => boolean): string[] {
  const chosen = all.filter(isIn);
  const given = chosen.filter(({ offered }) => offered.length > 0);
  const answerable = chosen.filter(({ fits }) => fits.length > 0);
  const others = chosen.filter(({ fits }) => fits.length === 0);
  const isFirst = ({ fits, offered }: Answered) => fits.includes(offered[0] ?? '');
  const isAmong = ({ fits, offered }: Answered) => offered.slice(0, 3).some((one) => fits.includes(one));
  return [
    `${name} (${chosen.length})`,
    shareOf(given, isFirst),
    shareOf(answerable, isFirst),
    shareOf(answerable, isAmong),
    shareOf(others, ({ offered }) => offered.length > 0),
  ];
}

function shareOf(among: readonly Answered[], holds: (one: Answered) => boolean): string {
  const count = among.filter(holds).length;
  if (among.length === 0) return '– of 0';
  const rate = count / among.length;
  const { lower, upper } = wilsonInterval({ rate, n: among.length });
  const percent = (value: number) => String(Math.round(100 * value));
  return `${percent(rate)} % (${percent(lower)}–${percent(upper)}), ${count} of ${among.length}`;
}

async function askAll({ company, articles, questions }: HelpCentre): Promise<Answered[]> {
  const { origin } = server;
  const helpCentre = company.slice(0, 80);
  const placeOf = await bringArticles(origin, { articles, helpCentre });
  const idOf = await readIds(origin, { placeOf, articles });
  const judged = await judgeAll(questions.map(({ ask }) => ask));
  const answers: Answered[] = [];
  for (const [place, { ask, fits }] of questions.entries()) {
    const [best] = judged[place] ?? [];
    const { articles: offered } = await call(matchArticles, { origin, body: { question: ask } });
    answers.push({
      ...{ ask, fits, isFirstHalf: (createHash('sha256').update(ask).digest()[0] ?? 0) % 2 === 0 },
      offered: offered.map(({ url }) => articles[placeOf(url)]?.id ?? ''),
      best: best === undefined ? null : { article: idOf(best.article), fit: best.fit },
    });
  }
  await call(removeHelpCentre, { origin, params: { helpCentre } });
  return answers;
}

/** The names of the articles by the ids that the product gave them. */
async function readIds(
  origin: string,
  { placeOf, articles }: { placeOf: (address: string | null) => number; articles: HelpCentre['articles'] },
): Promise<(id: number) => string> {
  const { articles: listed } = await call(listArticles, { origin, query: { limit: 100 } });
  const ids = new Map(listed.map(({ id, url }) => [Number(id), articles[placeOf(url)]?.id ?? '']));
  return (id) => ids.get(id) ?? '';
}

/** Everything the product judges, also what it does not offer: asked of its database, for no page shows it. */
async function judgeAll(asks: readonly string[]) {
  const connection = await readConnection(clusterPlaces(server.dataFolder, 18).connectionFile);
  if (connection === null) throw new Error(`there is no database in ${server.dataFolder}`);
  const { port, passwords } = connection;
  const appUrl = localUrl({ role: appRole, password: passwords.app, port, database: databaseName });
  const store = openStore({ appUrl });
  try {
    return await inWorkspace(store, firstWorkspace, async (db) =>
      findFitting(db, firstWorkspace, {
        ...{
          questions: asks.map((text) => ({ text, language: null })),
          counts: await countAnswering(db, firstWorkspace),
        },
        choose: (all) => [...all],
      }),
    );
  } finally {
    await store.close();
  }
}
