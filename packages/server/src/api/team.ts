import {
  type AgentComparisonKept,
  type Focus,
  floors,
  getTeam,
  getTeamHours,
  type PersonLoad,
  qualityIds,
  type TeamPage,
  type TeamQuality,
} from '@rapport/contract';
import { describeHours, shareLoad, tierTeamQualities, writeLoadHeadline, writeLoadSentence } from '@rapport/insight';
import { loadAgentComparisons } from '../store/agent-comparisons.ts';
import { loadAgentsRights } from '../store/agents-rights.ts';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { listKudos } from '../store/kudos.ts';
import type { Db } from '../store/open-store.ts';
import { listPersonNames } from '../store/people.ts';
import { findFocusVersion } from '../store/scorer-versions.ts';
import { isSeen } from '../store/seen.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { countTeamHours } from '../store/team-hours.ts';
import { countTeamLoad } from '../store/team-load.ts';
import { listThanked, listThanks } from '../store/thanks.ts';
import { type AppParts, ask } from './app-parts.ts';
import { mayOpenPages, notice, ownAndSeen } from './people.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

const day = 86_400_000;

export function serveTeam(api: Api, parts: AppParts): void {
  serve(api, getTeam, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const isOpen = mayOpenPages(person, (await loadAgentsRights(db, workspace)).viewsOn);
      const all = await listLoads(db, workspace, { person, current: parts.scorerVersion });
      // Until the agents were told, only what is of the whole team.
      const people = isOpen ? all : [];
      const { focus } = await loadLatestFocus(db, workspace);
      const lasts = all.flatMap(({ to }) => to ?? []).sort();
      const firsts = all.flatMap(({ from }) => from ?? []).sort();
      const period = { from: firsts[0] ?? null, to: lasts.at(-1) ?? null };
      const comparisons = await loadAgentComparisons(db, workspace);
      return {
        period,
        load: describeLoad(all, { person, isOpen }),
        qualities: describeQualities(focus, comparisons),
        compared: writeCompared(comparisons.length),
        notice: isOpen ? null : notice,
        ...(await describeThanks(db, { workspace, people, person, last: period.to })),
      };
    }),
  );
}

/** Numbers of everybody together name nobody and are for all readers. */
export function serveTeamHours(api: Api, parts: AppParts): void {
  serve(api, getTeamHours, ({ query: { zone } }, person) => {
    return ask(parts, person, async (db, workspace) => {
      const counted =
        (await loadTeamAnswer(db, workspace, 'hours')) ??
        (await countTeamHours(db, workspace, await findFocusVersion(db, workspace, parts.scorerVersion)));
      return { hours: describeHours(counted, zone) };
    });
  });
}

/** In the order of the catalogue; of people only how many stand apart. */
function describeQualities(focus: Focus | null, comparisons: readonly AgentComparisonKept[]): TeamQuality[] {
  const found = (focus?.qualities ?? []).toSorted(
    (a, b) => qualityIds.indexOf(a.quality) - qualityIds.indexOf(b.quality),
  );
  const tiers = tierTeamQualities(found.map(({ met }) => met));
  return found.map(({ quality, met }, place) => {
    const compared = comparisons.find((one) => one.quality === quality)?.agents;
    const count = (wanted: 'above' | 'below') => compared?.filter(({ standing }) => standing === wanted).length ?? 0;
    return {
      ...{ quality, met, tier: tiers[place] ?? 'too-few' },
      apart: compared ? { above: count('above'), below: count('below'), compared: compared.length } : null,
    };
  });
}

interface NamedLoad extends PersonLoad {
  name: string;
}

/** As the last refresh counted it; counted now where there was none yet. */
async function listLoads(
  db: Db,
  workspace: number,
  { person, current }: { person: Person; current: string },
): Promise<NamedLoad[]> {
  const counted =
    (await loadTeamAnswer(db, workspace, 'load')) ??
    (await countTeamLoad(db, workspace, await findFocusVersion(db, workspace, current)));
  const seen = ownAndSeen(person);
  const loads = new Map(
    counted.people.filter(({ authorId }) => isSeen(seen, authorId)).map((one) => [one.authorId, one]),
  );
  const names = await listPersonNames(db, workspace, [...loads.keys()]);
  return names.flatMap(({ id, name }) => {
    const one = loads.get(id);
    return one ? [{ ...one, name }] : [];
  });
}

function describeLoad(
  loads: readonly NamedLoad[],
  { person, isOpen }: { person: Person; isOpen: boolean },
): TeamPage['load'] {
  const carried = loads.map((one) => ({ ...one, id: String(one.authorId), n: one.conversations }));
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
  {
    workspace,
    people,
    person,
    last,
  }: { workspace: number; people: readonly NamedLoad[]; person: Person; last: string | null },
): Promise<Pick<TeamPage, 'thanks' | 'kudos' | 'thanksSince' | 'unthanked'>> {
  const authorIds = people.map(({ authorId }) => authorId);
  const back = (days: number) => (last === null ? undefined : new Date(Date.parse(last) - days * day));
  const since = back(7);
  const lately = await listThanks(db, workspace, { authorIds, since: back(21) });
  const kudos = await listKudos(db, workspace, { authorIds, since: back(21), asker: person.id, limit: 200 });
  const shown = new Set([...lately, ...kudos].map((one) => one.authorId));
  const missing = authorIds.filter((authorId) => !shown.has(String(authorId)));
  const thanked = await listThanked(db, workspace, { authorIds: missing, since: back(21) });
  const isOfWeek = (at: string | null) => at !== null && since !== undefined && at >= since.toISOString();
  // A quiet week shows what came before it rather than nothing.
  const isQuiet = !lately.some(({ at }) => isOfWeek(at)) && !kudos.some(({ givenAt }) => isOfWeek(givenAt));
  return {
    thanks: lately.filter(({ at }) => isQuiet || isOfWeek(at)).slice(0, mostShown),
    kudos: kudos.filter(({ givenAt }) => isQuiet || isOfWeek(givenAt)).slice(0, mostShown),
    thanksSince: (isQuiet ? back(21) : since)?.toISOString() ?? null,
    unthanked: people
      .filter(({ authorId }) => missing.includes(authorId) && !thanked.has(authorId))
      .map(({ authorId, name, conversations, outstanding }) => ({
        ...{ authorId: String(authorId), name, conversations, own: person.writesAs.includes(authorId) },
        worthIt: outstanding,
      })),
  };
}

const mostShown = 6;

function writeCompared(qualities: number): string {
  return qualities > 0
    ? 'People are compared with the same mix of work and with random reviews; how many stand apart is said here, who they are only to themselves and those responsible for their work.'
    : `People are not compared: that takes ${floors.randomReviewsForComparison} reviews drawn at random and ${floors.conversationsForComparison} conversations of each of ${floors.peopleForComparison} people.`;
}
