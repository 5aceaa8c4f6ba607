import { randomBytes } from 'node:crypto';
import {
  changeHookSecret,
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
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import {
  changeHookSealedSecret,
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
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveHooks(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'outside'>): void {
  serve(api, listHooks, async (_, { workspace }) => {
    const found = await inWorkspace(parts.store, workspace, (db) => listHookRows(db, workspace));
    return { hooks: found.map(describe) };
  });

  serve(api, createHook, async ({ body }, person) => {
    refuseLogin(body.url);
    const { secret, sealedSecret } = await makeSecret(parts, body.secret, body.url);
    return ask(parts, person, async (db, workspace) => {
      const given = { url: body.url, events: [...new Set(body.events)], sealedSecret };
      const hook = describe(await insertHook(db, workspace, given));
      await writeAudit(db, person, { what: 'hook-made', object: hook.id, detail: { url: hook.url } });
      return { hook, secret };
    });
  });

  serve(api, switchHook, ({ params, body: { state } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id } = await find(db, workspace, params.hookId);
      const reason = state === 'off' ? 'An administrator switched it off.' : null;
      await switchHookState(db, workspace, Number(id), { state, reason });
      await writeAudit(db, person, { what: 'hook-changed', object: id, detail: { state } });
      return describe(await find(db, workspace, id));
    }),
  );

  serve(api, changeHookSecret, async ({ params, body }, person) => {
    const hook = await ask(parts, person, (db, workspace) => find(db, workspace, params.hookId));
    const { secret, sealedSecret } = await makeSecret(parts, body.secret, hook.url);
    return ask(parts, person, async (db, workspace) => {
      await changeHookSealedSecret(db, workspace, Number(hook.id), sealedSecret);
      await writeAudit(db, person, { what: 'hook-changed', object: hook.id, detail: { secret: 'another' } });
      return { hook: describe(await find(db, workspace, hook.id)), secret };
    });
  });

  serve(api, testHook, ({ params }, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const { id } = await find(db, workspace, params.hookId);
      const told = await tellHooks(db, workspace, 'hook.test', {}, Number(id));
      if (told > 0) await parts.jobs.send(db, deliverHooks, { workspaceId: workspace });
      return { sent: told > 0 };
    }),
  );

  serve(api, removeHook, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      if (!(await deleteHook(db, workspace, numberOf(params.hookId)))) throw noSuchHook();
      await writeAudit(db, person, { what: 'hook-removed', object: params.hookId });
      return { removed: true };
    }),
  );

  serve(api, listHookDeliveries, ({ params }, { workspace }) =>
    inWorkspace(parts.store, workspace, async (db) => {
      const { id } = await find(db, workspace, params.hookId);
      return { deliveries: await listDeliveries(db, workspace, Number(id)) };
    }),
  );
}

/** @returns what is shown once, or null where it was given; and what is stored */
async function makeSecret(
  { outside }: Pick<AppParts, 'outside'>,
  given: string | undefined,
  url: string,
): Promise<{ secret: string | null; sealedSecret: string }> {
  const secret = given ?? randomBytes(24).toString('hex');
  const sealedSecret = sealSecret(await outside.secretKey(), secret, hookPurpose(url));
  return { secret: given === undefined ? secret : null, sealedSecret };
}

async function find(db: Db, workspace: number, id: string): Promise<StoredHook> {
  const found = await loadHook(db, workspace, numberOf(id));
  if (found === null) throw noSuchHook();
  return found;
}

const describe = ({ sealedSecret: _, ...rest }: StoredHook): Hook => rest;

/** The address is shown to administrators and stands in the log: a password in it would stand there too. */
function refuseLogin(url: string): void {
  const { username, password } = new URL(url);
  if (username === '' && password === '') return;
  throw new RapportError('bad-request', {
    what: 'The address holds a name or a password.',
    why: 'It would be readable wherever the address is. Nothing was stored.',
    wayOut: 'Write it without; the other side knows Rapport by the signature of each piece of news.',
  });
}

const noSuchHook = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such address.', wayOut: 'The list shows all there are.' });
