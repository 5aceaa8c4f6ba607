import { floors, getTeam, qualityIds, type TeamPage, type TeamQuality } from '@rapport/contract';
import { greatMark, openMark, shareLoad, writeLoadHeadline, writeLoadSentence } from '@rapport/insight';
import { loadAgentComparisons } from '../store/agent-comparisons.ts';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { listKudos } from '../store/kudos.ts';
import type { Db } from '../store/open-store.ts';
import { areViewsOn, listPeople, type StoredPerson } from '../store/people.ts';
import { findFocusVersion } from '../store/scorer-versions.ts';
import { countOutstanding, countTeamLoad } from '../store/team-load.ts';
import { listThanks } from '../store/thanks.ts';
import { type AppParts, ask } from './app-parts.ts';
import { mayOpenPages, notice, ownAndSeen } from './people.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

const day = 86_400_000;

export function serveTeam(api: Api, parts: AppParts): void {
  serve(api, getTeam, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const isOpen = mayOpenPages(person, await areViewsOn(db, workspace));
      const all = await listPeople(db, workspace, ownAndSeen(person));
      // Until the agents were told, only what is of the whole team.
      const people = isOpen ? all : [];
      const { focus } = await loadLatestFocus(db, workspace);
      const lasts = all.flatMap(({ period }) => period.to ?? []).sort();
      const firsts = all.flatMap(({ period }) => period.from ?? []).sort();
      const period = { from: firsts[0] ?? null, to: lasts.at(-1) ?? null };
      const comparisons = await loadAgentComparisons(db, workspace);
      return {
        period,
        load: await describeLoad(db, { workspace, people: all, person, parts, isOpen }),
        qualities: (focus?.qualities ?? [])
          .map(({ quality, met }): TeamQuality => {
            const found = comparisons.find((one) => one.quality === quality);
            const count = (standing: 'above' | 'below') =>
              found?.agents.filter((one) => one.standing === standing).length ?? 0;
            return {
              ...{ quality, met, tier: tierOf(met) },
              apart: found ? { above: count('above'), below: count('below'), compared: found.agents.length } : null,
            };
          })
          .sort((a, b) => qualityIds.indexOf(a.quality) - qualityIds.indexOf(b.quality)),
        compared: writeCompared(comparisons.length),
        notice: isOpen ? null : notice,
        ...(await describeThanks(db, { workspace, people, person, last: period.to })),
      };
    }),
  );
}

/** Of the team's qualities, never of people; sure only where the whole range lies beyond its mark. */
function tierOf({ value, lower, upper }: TeamQuality['met']): TeamQuality['tier'] {
  if (value === null || lower === null || upper === null) return 'too-few';
  return lower > greatMark ? 'strong' : upper < openMark ? 'open' : 'between';
}

interface TeamAsked {
  workspace: number;
  people: readonly StoredPerson[];
  person: Person;
}

async function describeLoad(
  db: Db,
  { workspace, people, person, parts, isOpen }: TeamAsked & { parts: AppParts; isOpen: boolean },
): Promise<TeamPage['load']> {
  const version = await findFocusVersion(db, workspace, parts.scorerVersion);
  const stored = new Map((await countTeamLoad(db, workspace, version)).map((one) => [one.authorId, one]));
  const carried = people.flatMap(({ id, name }) => {
    const one = stored.get(id);
    return one ? [{ id: String(id), name, n: one.conversations, ...one }] : [];
  });
  // The seed is fixed, so that a page read twice says the same.
  const answer = shareLoad(carried, 1);
  const carries = new Map(answer.people.map((one) => [one.id, one]));
  const facts = {
    ...answer,
    people: carried.map(({ id, name }) => ({
      name,
      // Nobody is named before the agents were told.
      carries: isOpen ? (carries.get(id)?.carries ?? ('even' as const)) : ('even' as const),
    })),
    conversations: carried.reduce((sum, { n }) => sum + n, 0),
  };
  return {
    people: (isOpen ? carried : []).flatMap(({ id, authorId, name, conversations, hard, kinds, longestRun }) => {
      const shared = carries.get(id);
      if (!shared) return [];
      const { share, even, carries: side } = shared;
      const own = person.writesAs.includes(authorId);
      return [{ authorId: id, name, conversations, own, hard, kinds, longestRun, share, even, carries: side }];
    }),
    teamShare: answer.teamShare,
    even: {
      ...{ verdict: answer.verdict, p: answer.p, method: answer.method },
      ...(answer.seed === undefined ? {} : { seed: answer.seed }),
    },
    headline: writeLoadHeadline(facts),
    sentence: writeLoadSentence(facts),
  };
}

/** A week and three weeks back from the last message: in old data nothing is "now". */
async function describeThanks(
  db: Db,
  { workspace, people, person, last }: TeamAsked & { last: string | null },
): Promise<Pick<TeamPage, 'thanks' | 'kudos' | 'thanksSince' | 'unthanked'>> {
  const authorIds = people.map(({ id }) => id);
  const back = (days: number) => (last === null ? undefined : new Date(Date.parse(last) - days * day));
  const since = back(7);
  const lately = await listThanks(db, workspace, { authorIds, since: back(21) });
  const kudos = await listKudos(db, workspace, { authorIds, since: back(21), asker: person.id, limit: 200 });
  const thanked = new Set([...lately, ...kudos].map((one) => one.authorId));
  const outstanding = await countOutstanding(db, workspace);
  const isOfWeek = (at: string | null) => at !== null && since !== undefined && at >= since.toISOString();
  // A quiet week shows what came before it rather than nothing.
  const isQuiet = !lately.some(({ at }) => isOfWeek(at)) && !kudos.some(({ givenAt }) => isOfWeek(givenAt));
  return {
    thanks: lately.filter(({ at }) => isQuiet || isOfWeek(at)).slice(0, mostShown),
    kudos: kudos.filter(({ givenAt }) => isQuiet || isOfWeek(givenAt)).slice(0, mostShown),
    thanksSince: (isQuiet ? back(21) : since)?.toISOString() ?? null,
    unthanked: people
      .filter(({ id }) => !thanked.has(String(id)))
      .map(({ id, name, conversations }) => ({
        ...{ authorId: String(id), name, conversations, own: person.writesAs.includes(id) },
        worthIt: outstanding.get(id) ?? 0,
      })),
  };
}

const mostShown = 6;

function writeCompared(qualities: number): string {
  return qualities > 0
    ? 'People are compared with the same mix of work and with random reviews; how many stand apart is said here, who they are only to themselves and those responsible for their work.'
    : `People are not compared: that takes ${floors.randomReviewsForComparison} reviews drawn at random and ${floors.conversationsForComparison} conversations of each of ${floors.peopleForComparison} people.`;
}
