import {
  getPerson,
  giveKudos as giveKudosEndpoint,
  listPeople as listPeopleEndpoint,
  listPersonConversations,
  type QualityId,
  RapportError,
  takeBackKudos,
} from '@rapport/contract';
import type { TeamMark } from '@rapport/insight';
import { loadAgentComparisons } from '../store/agent-comparisons.ts';
import { loadAgentsRights } from '../store/agents-rights.ts';
import { findCoachedQuality } from '../store/coaching-plans.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { listKudos, removeKudos, saveKudos } from '../store/kudos.ts';
import { listConversations } from '../store/list-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { listPeople, type StoredPerson } from '../store/people.ts';
import { countPersonQualities, listPersonMoments } from '../store/person-facts.ts';
import { findFocusVersion } from '../store/scorer-versions.ts';
import { isConversationSeen } from '../store/seen.ts';
import { listTeamExamples } from '../store/team-examples.ts';
import { listThanks } from '../store/thanks.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { readPerson, takeDifferent, writePersonPage } from './write-person-page.ts';

export function servePeople(api: Api, parts: AppParts): void {
  serve(api, listPeopleEndpoint, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const { viewsOn } = await loadAgentsRights(db, workspace);
      const people = mayOpenPages(person, viewsOn) ? await listPeople(db, workspace, ownAndSeen(person)) : [];
      return {
        people: people.map(({ id, name, conversations }) => ({
          ...{ authorId: String(id), name, conversations, own: person.writesAs.includes(id) },
        })),
        notice: viewsOn ? null : notice,
      };
    }),
  );

  serve(api, getPerson, ({ params, query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await findPerson(db, workspace, numberOf(params.authorId), person);
      return describePerson(db, {
        workspace,
        found,
        person,
        wanted: query.quality,
        scorerVersion: parts.scorerVersion,
      });
    }),
  );

  serve(api, listPersonConversations, ({ params, query: { after, ...narrow } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id, name } = await findPerson(db, workspace, numberOf(params.authorId), person);
      const filter = { ...narrow, agentId: String(id) };
      const page = await listConversations(db, workspace, { filter, sees: [id], after });
      return { name, own: person.writesAs.includes(id), ...page };
    }),
  );

  serve(api, giveKudosEndpoint, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const conversationId = numberOf(params.conversationId);
      if (!(await isConversationSeen(db, workspace, conversationId, person.sees))) throw noConversation();
      const authorId = body.authorId === undefined ? null : numberOf(body.authorId);
      const { messageId, quote, note } = body;
      const given = { conversationId, authorId, messageId, quote, note, by: person, now: parts.now() };
      const id = await saveKudos(db, workspace, given);
      const [saved] = await listKudos(db, workspace, { authorIds: null, id, asker: person.id, limit: 1 });
      if (saved === undefined) throw noConversation();
      return saved;
    }),
  );

  serve(api, takeBackKudos, async ({ params }, person) => {
    const removed = await ask(parts, person, (db, workspace) =>
      removeKudos(db, workspace, { id: numberOf(params.kudosId), by: person.id }),
    );
    if (removed) return { removed };
    throw new RapportError('not-found', { what: 'There are no such thanks of yours.', wayOut: 'Nothing was changed.' });
  });
}

/** The person at the keyboard of a server without accounts may; everybody else once the agents were told. */
export function mayOpenPages(person: Person, viewsOn: boolean): boolean {
  return viewsOn || person.id === 'local';
}

/** Ids of the authors whose pages this person may open; null: everybody's. */
export function ownAndSeen(person: Person): readonly number[] | null {
  return person.sees === null ? null : [...new Set([...person.sees, ...person.writesAs])];
}

/** @throws RapportError `not-found`, the same for who does not exist, has no page or may not be seen */
async function findPerson(db: Db, workspace: number, authorId: number, person: Person): Promise<StoredPerson> {
  const seen = ownAndSeen(person);
  const may =
    mayOpenPages(person, (await loadAgentsRights(db, workspace)).viewsOn) && (seen === null || seen.includes(authorId));
  const [found] = may ? await listPeople(db, workspace, [authorId]) : [];
  if (found !== undefined) return found;
  throw noPage();
}

export const noPage = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such page.',
    wayOut: 'Pages of people are open to themselves and to those who are responsible for their work.',
  });

interface PersonAsked {
  workspace: number;
  found: StoredPerson;
  person: Person;
  wanted: QualityId | undefined;
  scorerVersion: string;
}

async function describePerson(db: Db, { workspace, found, person, wanted, scorerVersion: current }: PersonAsked) {
  const authorId = found.id;
  const authorIds = [authorId];
  const scorerVersion = await findFocusVersion(db, workspace, current);
  const thanks = await listThanks(db, workspace, { authorIds });
  const own = person.writesAs.includes(authorId);
  // A plan is known to those it is about and to who sees everybody in it; here only the first can be told apart.
  const workingOn = own ? await findCoachedQuality(db, workspace, authorId) : null;
  const read = readPerson({
    ...{ person: found, own, thanks: thanks.length, wanted, workingOn },
    counts: await countPersonQualities(db, workspace, { authorId, scorerVersion }),
    team: await loadTeamMarks(db, workspace, authorId),
  });
  const moments = (qualities: readonly QualityId[], met: boolean, each: number) =>
    listPersonMoments(db, workspace, { authorId, qualities, met, each });
  const great = takeDifferent(await moments(read.great, true, 3));
  // Where it is still open there are moments in which it went well: those are the ones to learn from.
  const examples = await moments(read.open.length > 0 ? read.open : read.great.slice(0, 2), true, 2);
  const shown = new Set(great.map(({ reply }) => reply?.quote));
  return writePersonPage(read, found, {
    great,
    examples: examples.filter(({ reply }) => !shown.has(reply?.quote)).slice(0, mostExamples),
    teamExamples: await listTeamExamples(db, workspace, { notBy: authorId, qualities: read.open }),
    open: takeDifferent(await moments(read.open, false, 3)),
    thanks: thanks.slice(0, mostThanks),
    thanksTotal: thanks.length,
    kudos: await listKudos(db, workspace, { authorIds, asker: person.id, limit: mostKudos }),
  });
}

const mostExamples = 4;
const mostThanks = 5;
const mostKudos = 20;

/** Only where this person could be compared fairly, and enough others could that the mark is nobody's in particular. */
async function loadTeamMarks(db: Db, workspace: number, authorId: number): Promise<Map<QualityId, TeamMark>> {
  const comparisons = await loadAgentComparisons(db, workspace);
  return new Map(
    comparisons.flatMap(({ quality, team, agents }) => {
      const one = agents.find((agent) => agent.authorId === String(authorId));
      return one && team !== null ? [[quality, { value: team, standing: one.standing }] as const] : [];
    }),
  );
}

export const notice =
  'Pages of single people stay closed to everybody else until it is written down when the agents were told, what was agreed, what the pages are for and how long they are kept.';

const noConversation = () =>
  new RapportError('not-found', {
    what: 'There is no such conversation.',
    wayOut: 'It may have been removed; the list shows what is here.',
  });
