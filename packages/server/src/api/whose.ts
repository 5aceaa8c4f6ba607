/**
 * Whose numbers somebody is shown: a lead or reviewer of teams their first team's unless another of theirs or everybody's
 * is asked for; whoever sees everybody everybody's unless a team is. Numbers of everybody name nobody and are for all readers.
 */
import { everybody, floors, RapportError, type Whose } from '@rapport/contract';
import { listTeamPeople } from '../store/answers-of-teams.ts';
import { numberOf } from '../store/conversation-filter.ts';
import type { Db } from '../store/open-store.ts';
import type { Sees } from '../store/seen.ts';
import { listTeams } from '../store/teams.ts';
import type { Person } from './permit.ts';

export interface FoundWhose {
  whose: Whose;
  /** Null: everybody, or a team that has no numbers of its own. */
  team: number | null;
  /** Whose service the numbers are about; null: everybody's. */
  authors: Sees;
}

/** @throws RapportError `not-found` for a team that is none, or none of the caller's */
export async function findWhose(
  db: Db,
  workspace: number,
  person: Pick<Person, 'id' | 'sees'>,
  asked: string | undefined,
): Promise<FoundWhose> {
  const teams = await listTeams(db, workspace, person.sees === null ? null : person.id);
  const choices = teams.map(({ id, name }) => ({ id, name }));
  const wanted = asked ?? (person.sees === null ? everybody : (choices[0]?.id ?? everybody));
  if (wanted === everybody) return { whose: { team: null, teams: choices, refused: null }, team: null, authors: null };
  const team = choices.find(({ id }) => id === wanted);
  if (team === undefined) throw noSuchTeam();
  const authors = (await listTeamPeople(db, workspace)).find(({ id }) => id === numberOf(team.id))?.authors ?? [];
  const isEnough = authors.length >= floors.peopleForTeamNumbers;
  return {
    whose: {
      team: { ...team, people: authors.length },
      teams: choices,
      refused: isEnough ? null : refusalOf(team.name, authors.length),
    },
    team: isEnough ? numberOf(team.id) : null,
    authors,
  };
}

const refusalOf = (name: string, people: number): string =>
  `${name} has ${people === 0 ? 'no people' : people === 1 ? 'one person' : `${people} people`}: numbers of a team are shown from ${floors.peopleForTeamNumbers} on, because before they would be a person’s.`;

const noSuchTeam = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such team.', wayOut: 'Choose one of yours, or everybody.' });
