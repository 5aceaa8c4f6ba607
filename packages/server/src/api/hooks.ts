import { randomBytes } from 'node:crypto';
import {
  createHook,
  type Hook,
  listHookDeliveries,
  listHooks,
  RapportError,
  removeHook,
  switchHook,
  testHook,
} from '@rapport/contract';
import { deliverHooks, hookPurpose } from '../hooks/deliver-hooks.ts';
import { sealSecret } from '../secrets/seal-secret.ts';
import { numberOf } from '../store/conversation-filter.ts';
import {
  deleteHook,
  insertHook,
  listDeliveries,
  listHookRows,
  loadHook,
  type StoredHook,
  switchHookState,
  tellHooks,
} from '../store/hooks.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import type { AppParts } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveHooks(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'outside'>): void {
  serve(api, listHooks, async (_, { workspace }) => {
    const found = await inWorkspace(parts.store, workspace, (db) => listHookRows(db, workspace));
    return { hooks: found.map(describe) };
  });

  serve(api, createHook, async ({ body }, { workspace }) => {
    const secret = body.secret ?? randomBytes(24).toString('hex');
    const sealedSecret = sealSecret(await parts.outside.secretKey(), secret, hookPurpose(body.url));
    const given = { url: body.url, events: [...new Set(body.events)], sealedSecret };
    const hook = await inWorkspace(parts.store, workspace, (db) => insertHook(db, workspace, given));
    return { hook: describe(hook), secret: body.secret === undefined ? secret : null };
  });

  serve(api, switchHook, ({ params, body }, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const { id } = await find(db, workspace, params.hookId);
      const reason = body.state === 'off' ? 'An administrator switched it off.' : null;
      await switchHookState(db, workspace, Number(id), { state: body.state, reason });
      return describe(await find(db, workspace, id));
    }),
  );

  serve(api, testHook, ({ params }, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const { id } = await find(db, workspace, params.hookId);
      const told = await tellHooks(db, workspace, 'hook.test', {}, Number(id));
      if (told > 0) await parts.jobs.send(db, deliverHooks, { workspaceId: workspace });
      return { sent: told > 0 };
    }),
  );

  serve(api, removeHook, async ({ params }, { workspace }) => {
    const id = numberOf(params.hookId);
    if (await inWorkspace(parts.store, workspace, (db) => deleteHook(db, workspace, id))) return { removed: true };
    throw noSuchHook();
  });

  serve(api, listHookDeliveries, ({ params }, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const { id } = await find(db, workspace, params.hookId);
      return { deliveries: await listDeliveries(db, workspace, Number(id)) };
    }),
  );
}

async function find(db: Db, workspace: number, id: string): Promise<StoredHook> {
  const found = await loadHook(db, workspace, numberOf(id));
  if (found === null) throw noSuchHook();
  return found;
}

const describe = ({ sealedSecret: _, ...rest }: StoredHook): Hook => rest;

const noSuchHook = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such address.', wayOut: 'The list shows all there are.' });
