import {
  type Connection,
  changeConnection,
  createConnection,
  listConnectionProblems,
  listConnections,
  listSourceOffers,
  pauseConnection,
  removeConnection,
  rereadConnection,
  resumeConnection,
  tryConnection,
} from '@rapport/contract';
import { allSources } from '../connectors/all-sources.ts';
import { createConnectionActions } from '../connectors/connection-actions.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { type AppParts, noteDone } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveConnections(api: Api, parts: AppParts): void {
  const { store, jobs, outside, now } = parts;
  const of = ({ workspace }: Person) => createConnectionActions({ store, jobs, outside, workspace, now });

  serve(api, listSourceOffers, async () => ({
    sources: allSources.map(({ offer }) => offer),
    privateHosts: [...outside.privateHosts],
  }));
  serve(api, listConnections, async (_, person) => ({ connections: await of(person).list() }));
  serve(api, tryConnection, ({ body: { connectionId, ...draft } }, person) =>
    of(person).try(draft, connectionId === undefined ? undefined : numberOf(connectionId)),
  );
  const noted = async (person: Person, what: SourceAct, done: Promise<Connection>): Promise<Connection> => {
    const connection = await done;
    // Where it leads, and never with what key.
    await noteDone(parts, person, { what, object: connection.id, detail: { address: connection.address } });
    return connection;
  };
  serve(api, createConnection, ({ body }, person) => noted(person, 'source-connected', of(person).create(body)));
  serve(api, changeConnection, ({ params, body }, person) =>
    noted(person, 'source-changed', of(person).change(numberOf(params.connectionId), body)),
  );
  serve(api, pauseConnection, ({ params }, person) =>
    noted(person, 'source-paused', of(person).pause(numberOf(params.connectionId))),
  );
  serve(api, resumeConnection, ({ params }, person) =>
    noted(person, 'source-resumed', of(person).resume(numberOf(params.connectionId))),
  );
  serve(api, rereadConnection, ({ params }, person) =>
    noted(person, 'source-reread', of(person).reread(numberOf(params.connectionId))),
  );
  serve(api, removeConnection, async ({ params }, person) => {
    await of(person).remove(numberOf(params.connectionId));
    await noteDone(parts, person, { what: 'source-removed', object: params.connectionId, detail: {} });
    return { removed: true };
  });
  serve(api, listConnectionProblems, async ({ params, query }, person) => ({
    problems: await of(person).listProblems(numberOf(params.connectionId), query.code),
  }));
}

type SourceAct = 'source-connected' | 'source-changed' | 'source-paused' | 'source-resumed' | 'source-reread';
