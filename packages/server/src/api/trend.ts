import { getTrend } from '@rapport/contract';
import { findFocusVersion, listScorerVersions } from '../store/scorer-versions.ts';
import { countPairs, countTrend, loadSpanDays } from '../store/trend.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';
import { findWhose } from './whose.ts';
import { writeTrend } from './write-trend.ts';

/** Days up to which a line of weeks can still be read. */
const weeksUpTo = 183;

export function serveTrend(api: Api, parts: AppParts): void {
  serve(api, getTrend, ({ query: { quality, by: wanted, team } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { whose, authors: sees } = await findWhose(db, workspace, person, team);
      const by = wanted ?? (((await loadSpanDays(db, workspace, sees)) ?? 0) <= weeksUpTo ? 'week' : 'month');
      const counts = whose.refused === null ? await countTrend(db, workspace, { quality, by, sees }) : [];
      const seen = new Set(counts.map(({ scorerVersion }) => scorerVersion));
      const versions = (await listScorerVersions(db, workspace)).filter(({ scorerVersion }) => seen.has(scorerVersion));
      const pairs = [];
      for (const [index, { scorerVersion: after }] of versions.entries()) {
        const before = versions[index - 1]?.scorerVersion;
        if (before === undefined) continue;
        pairs.push({ before, after, found: await countPairs(db, workspace, { quality, before, after, sees }) });
      }
      const focusVersion = await findFocusVersion(db, workspace, parts.scorerVersion);
      return { ...writeTrend({ quality, by, versions, focusVersion, counts, pairs }), whose };
    }),
  );
}
