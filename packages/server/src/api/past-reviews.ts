import {
  getPastReviews,
  importPastReviews,
  importScorecard,
  listPastReviewProblems,
  lookAtPastReviews,
  type PastReviewsSummary,
  pastReviewColumns,
  type QueryOf,
  RapportError,
  removePastReviews,
  requiredPastReviewFields,
} from '@rapport/contract';
import { estimateAgreement, estimateSeverity, type PastRating } from '@rapport/insight';
import { type PastReviewOptions, qualityOf } from '@rapport/intake';
import { readPastReviewsApart, readScorecardApart } from '../apart/read-tables.ts';
import { writeAudit } from '../store/audit.ts';
import type { Db } from '../store/open-store.ts';
import {
  findConversations,
  listPastImports,
  listPastProblems,
  listPastRatings,
  removePastImport,
} from '../store/past-reviews.ts';
import { createScorecard } from '../store/scorecard-drafts.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { type AppParts, ask } from './app-parts.ts';
import { keepPastReviews, nothingReadable } from './keep-past-reviews.ts';
import type { Person } from './permit.ts';
import { type Api, type Given, serve } from './serve.ts';

/** A review is a line; this is some two hundred thousand of them. */
const mostBytes = 32 * 2 ** 20;
const shownRows = 20;
/** Of the resamples behind the ranges: the same reviews give the same ranges. */
const seed = 1;

export function servePastReviews(api: Api, parts: AppParts): void {
  serve(api, lookAtPastReviews, async ({ query, ...given }) => {
    const read = await readPastReviewsApart(await takeBytes(given), optionsOf(query));
    return {
      columns: read.guessed.map((one, at) => ({ ...one, samples: (read.samples[at] ?? []).map(shorten) })),
      missing: requiredPastReviewFields.filter((field) => read.columns[field] === undefined),
      ...{ dayFirst: read.dayFirst, scales: read.scales, rows: read.rows, readable: read.reviews.length },
      reviews: read.reviews.slice(0, shownRows),
      problems: read.problems.slice(0, shownRows),
    };
  });

  serve(api, importPastReviews, async ({ query, ...given }, person) => {
    const read = await readPastReviewsApart(await takeBytes(given), optionsOf(query));
    const file = { read, fileName: query.fileName, now: parts.now() };
    return ask(parts, person, (db) => keepPastReviews(db, person, file));
  });

  serve(api, getPastReviews, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      // Conversations may have come after the reviews of them.
      await findConversations(db, workspace);
      return summarise(db, workspace, person);
    }),
  );

  serve(api, listPastReviewProblems, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => ({ problems: await listPastProblems(db, workspace, params.importId) })),
  );

  serve(api, removePastReviews, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const removed = await removePastImport(db, workspace, params.importId);
      await writeAudit(db, person, { what: 'deleted', object: params.importId, detail: { pastReviews: removed } });
      return { removed };
    }),
  );

  serve(api, importScorecard, async ({ query, ...given }, person) => {
    const { content, problems } = await readScorecardApart(await takeBytes(given));
    if (content.groups.length === 0) throw nothingReadable(problems);
    return ask(parts, person, async (db, workspace) => {
      const by = { name: person.name, now: parts.now() };
      const id = await createScorecard(db, workspace, { name: query.name, content, by });
      return { scorecard: await loadScorecard(db, workspace, id), problems };
    });
  });
}

async function takeBytes({ bytes }: Pick<Given<typeof importPastReviews>, 'bytes'>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    const some = Buffer.from(chunk);
    size += some.byteLength;
    if (size > mostBytes) {
      throw new RapportError('too-large', {
        what: 'The file is larger than 32 MB.',
        why: 'Nothing was kept.',
        wayOut: 'Split it, for example by year.',
      });
    }
    chunks.push(some);
  }
  return Buffer.concat(chunks);
}

function optionsOf({ columns, scale, dayFirst }: QueryOf<typeof importPastReviews>): PastReviewOptions {
  return {
    ...(columns === undefined ? {} : { columns: parseColumns(columns) }),
    ...(scale === undefined ? {} : { scale }),
    ...(dayFirst === undefined ? {} : { dayFirst: dayFirst === 'yes' }),
  };
}

function parseColumns(text: string) {
  try {
    return pastReviewColumns.parse(JSON.parse(text));
  } catch {
    throw new RapportError('bad-request', {
      what: 'The choice of columns cannot be read.',
      wayOut: 'Send an object as JSON that names a column for each field.',
    });
  }
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Whoever sees the service of some authors sees the ratings of these, and no files: those hold everybody's. */
async function summarise(db: Db, workspace: number, { sees, holds }: Person): Promise<PastReviewsSummary> {
  const all = await listPastRatings(db, workspace);
  const stored = all.filter(({ authorId }) => sees === null || (authorId !== null && sees.includes(authorId)));
  const ratings = stored.map(
    ({ conversationRef, reviewee, reviewer, category, score, machine }): PastRating => ({
      ...{ item: JSON.stringify([conversationRef, reviewee]), reviewer, category, score, machine },
    }),
  );
  return {
    mayImport: holds.includes('admin'),
    imports: holds.includes('admin') ? await listPastImports(db, workspace) : [],
    ratings: stored.length,
    found: stored.filter(({ conversationId }) => conversationId !== null).length,
    categories: estimateAgreement(ratings, seed).map((one) => ({ ...one, quality: qualityOf(one.category) })),
    reviewers: estimateSeverity(ratings),
  };
}
