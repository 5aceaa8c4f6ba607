/** Domains of the team's own addresses: counted from what agents wrote from, until a person says which they are. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface OwnDomain {
  domain: string;
  /** Taken for the team's: as a person said, or by the share of agents' messages that came from it. */
  isOwn: boolean;
  saidByPerson: boolean;
}

/** An agency's or a founder's private address among many is none of the team's own; a second brand is. */
const leastShare = 0.2;
const mostListed = 50;

/** Most used first. */
export async function listOwnDomains(db: Db, workspace: number): Promise<OwnDomain[]> {
  const { rows } = await sql<OwnDomain>`
    SELECT domain, is_own IS NOT NULL AS "saidByPerson",
      coalesce(is_own, agent_messages >= ${leastShare}::float8 * sum(agent_messages) OVER ()) AS "isOwn"
    FROM own_domains WHERE workspace_id = ${workspace}
    ORDER BY agent_messages DESC, domain LIMIT ${mostListed}
  `.execute(db);
  return rows;
}

export async function loadOwnDomains(db: Db, workspace: number): Promise<string[]> {
  return (await listOwnDomains(db, workspace)).flatMap(({ domain, isOwn }) => (isOwn ? [domain] : []));
}

export async function countAgentDomains(db: Db, workspace: number, seen: ReadonlyMap<string, number>): Promise<void> {
  if (seen.size === 0) return;
  // In one order for everybody, so that two imports wait for each other and never in a ring.
  const given = [...seen]
    .map(([domain, messages]) => ({ domain, messages }))
    .sort((a, b) => (a.domain < b.domain ? -1 : 1));
  await sql`
    INSERT INTO own_domains AS o (workspace_id, domain, agent_messages)
    SELECT ${workspace}, domain, messages
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(domain text, messages integer)
    ON CONFLICT (workspace_id, domain) DO UPDATE SET agent_messages = o.agent_messages + excluded.agent_messages
  `.execute(db);
}

/** These and no others. */
export async function sayOwnDomains(db: Db, workspace: number, domains: readonly string[]): Promise<void> {
  await sql`UPDATE own_domains SET is_own = false WHERE workspace_id = ${workspace}`.execute(db);
  await sql`
    INSERT INTO own_domains (workspace_id, domain, is_own)
    SELECT ${workspace}, domain, true FROM unnest(${[...new Set(domains)]}::text[]) AS domain
    ON CONFLICT (workspace_id, domain) DO UPDATE SET is_own = true
  `.execute(db);
}
