import {
  answerSuggestion,
  listSuggestions as list,
  proposeSuggestion,
  RapportError,
  type Suggestion,
} from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import type { Db } from '../store/open-store.ts';
import { findQuoted } from '../store/quote-of-message.ts';
import { listReviewers } from '../store/reviews/list-reviewers.ts';
import {
  changeSuggestion,
  listSuggestions,
  noSuchSuggestion,
  type StoredSuggestion,
  saveSuggestion,
} from '../store/suggestions.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveSuggestions(api: Api, parts: AppParts): void {
  const within = <T>(person: Person, work: (db: Db) => Promise<T>) => ask(parts, person, work);

  serve(api, list, async (_given, person) => {
    const all = await within(person, (db) => listSuggestions(db, person.workspace));
    const mayAnswer = person.holds.includes('lead');
    const shown = all.filter((one) => mayAnswer || one.proposedById === person.id || one.state !== 'open');
    const owners = mayAnswer ? await within(person, (db) => listOwners(db, person)) : [];
    return { suggestions: shown.map((one) => writeFor(person, one)), mayAnswer, owners };
  });

  serve(api, proposeSuggestion, ({ body: { conversationId, said, ...words } }, person) =>
    within(person, async (db) => {
      const mayRead = (agents: readonly number[]) => mayReadConversation(person, agents);
      const { conversation } = await findQuoted(db, person.workspace, { conversationId, said, mayRead });
      const id = await saveSuggestion(db, person.workspace, {
        ...{ ...words, conversation, said, by: person, now: parts.now() },
      });
      return loadFor(db, person, id);
    }),
  );

  serve(api, answerSuggestion, ({ params, body: { ownerId, ...words } }, person) =>
    within(person, async (db) => {
      const owner = (await listOwners(db, person)).find(({ id }) => id === ownerId);
      // First what it is about: of another workspace it must answer like what is not there, whatever else is wrong.
      const [found] = await listSuggestions(db, person.workspace, numberOf(params.suggestionId));
      if (found === undefined) throw noSuchSuggestion();
      if (owner === undefined) throw noSuchOwner();
      const given = { ...params, ...words, owner, by: person.id, now: parts.now() };
      return loadFor(db, person, await changeSuggestion(db, person.workspace, given));
    }),
  );
}

/** Members, and whoever sits at a computer without accounts. */
async function listOwners(db: Db, person: Person): Promise<{ id: string; name: string }[]> {
  const people = await listReviewers(db, person.workspace, person);
  return people.filter(({ active }) => active).map(({ id, name }) => ({ id, name }));
}

/** Everybody may read what they wrote themselves; who reads for the team, as far as their teams reach. */
export function mayReadConversation({ sees, writesAs }: Person, agents: readonly number[]): boolean {
  return sees === null || agents.some((agent) => sees.includes(agent) || writesAs.includes(agent));
}

async function loadFor(db: Db, person: Person, id: number): Promise<Suggestion> {
  const [stored] = await listSuggestions(db, person.workspace, id);
  if (stored === undefined) throw new Error(`The suggestion ${id} is not there right after it was saved`);
  return writeFor(person, stored);
}

function writeFor(person: Person, { proposedById, agents, ...stored }: StoredSuggestion): Suggestion {
  return {
    ...stored,
    quote: mayReadConversation(person, agents) ? stored.quote : null,
    isOwn: proposedById === person.id,
  };
}

const noSuchOwner = (): RapportError =>
  new RapportError('bad-request', {
    what: 'Whom you gave it to is nobody here.',
    why: 'Nothing was changed.',
    wayOut: 'Choose one of the members.',
  });
