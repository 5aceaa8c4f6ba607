/** Addresses for the news of helpdesks, and the door behind them. */
import { randomBytes } from 'node:crypto';
import {
  changeReceiverSecret,
  createWebhookReceiver,
  listWebhookCalls,
  listWebhookReceivers,
  RapportError,
  receiveWebhook,
  removeWebhookReceiver,
  switchWebhookReceiver,
  type WebhookReceiver,
} from '@rapport/contract';
import { sealSecret } from '../secrets/seal-secret.ts';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import { hasConnection } from '../store/connection-rings.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import {
  changeReceiver,
  deleteReceiver,
  insertReceiver,
  listCalls,
  listReceivers,
  loadReceiver,
  type StoredReceiver,
} from '../store/webhook-receivers.ts';
import { findWebhookSource } from '../webhooks/all-webhook-sources.ts';
import { createCallCount } from '../webhooks/count-calls.ts';
import { receiveNews, receiverAddress, receiverPurpose } from '../webhooks/receive-news.ts';
import { findRingingSource } from '../webhooks/ringing-sources.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveWebhooks(api: Api, given: Pick<AppParts, 'store' | 'jobs' | 'now' | 'outside'>): void {
  const parts = { ...given, callCount: createCallCount(given.now) };
  serve(api, receiveWebhook, async ({ params, raw, header }) => {
    await receiveNews(parts, params.receiverId, { raw, header });
    return { received: true };
  });

  serve(api, listWebhookReceivers, async (_, { workspace }) => {
    const found = await inWorkspace(parts.store, workspace, (db) => listReceivers(db, workspace));
    return { receivers: found.map((one) => describe(workspace, one)) };
  });

  serve(api, createWebhookReceiver, async ({ body }, person) => {
    const addressKey = randomBytes(12).toString('hex');
    const { secret, sealedSecret } = await makeSecret(parts, body.secret, addressKey);
    return ask(parts, person, async (db, workspace) => {
      const isRing = findRingingSource(body.kind) !== null;
      if (isRing && !(await hasConnection(db, workspace, body))) throw nobodyToRing(body.source);
      const given = { kind: body.kind, source: body.source, addressKey, sealedSecret };
      const receiver = await insertReceiver(db, workspace, given);
      const detail = { kind: body.kind, source: body.source };
      await writeAudit(db, person, { what: 'receiver-made', object: String(receiver.id), detail });
      return { receiver: describe(workspace, receiver), secret };
    });
  });

  const change = (
    person: Person,
    receiverId: string,
    { detail, ...wish }: Parameters<typeof changeReceiver>[3] & { detail: AuditNote['detail'] },
  ): Promise<WebhookReceiver> =>
    ask(parts, person, async (db, workspace) => {
      const { id } = await find(db, workspace, receiverId);
      await changeReceiver(db, workspace, id, wish);
      await writeAudit(db, person, { what: 'receiver-changed', object: String(id), detail: detail ?? {} });
      return describe(workspace, await find(db, workspace, receiverId));
    });

  serve(api, switchWebhookReceiver, ({ params, body: { state } }, person) =>
    change(person, params.receiverId, { state, detail: { state } }),
  );

  serve(api, changeReceiverSecret, async ({ params, body }, person) => {
    const { addressKey } = await ask(parts, person, (db, workspace) => find(db, workspace, params.receiverId));
    const { secret, sealedSecret } = await makeSecret(parts, body.secret, addressKey);
    const receiver = await change(person, params.receiverId, { sealedSecret, detail: { secret: 'another' } });
    return { receiver, secret };
  });

  serve(api, listWebhookCalls, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id } = await find(db, workspace, params.receiverId);
      return { calls: await listCalls(db, workspace, id) };
    }),
  );

  serve(api, removeWebhookReceiver, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const removed = await deleteReceiver(db, workspace, numberOf(params.receiverId));
      if (!removed) throw noSuchReceiver();
      await writeAudit(db, person, { what: 'receiver-removed', object: params.receiverId });
      return { removed };
    }),
  );
}

/** @returns what is shown once, or null where the helpdesk made it; and what is stored */
async function makeSecret(
  { outside }: Pick<AppParts, 'outside'>,
  given: string | undefined,
  addressKey: string,
): Promise<{ secret: string | null; sealedSecret: string }> {
  const secret = given ?? randomBytes(24).toString('hex');
  const sealedSecret = sealSecret(await outside.secretKey(), secret, receiverPurpose(addressKey));
  return { secret: given === undefined ? secret : null, sealedSecret };
}

async function find(db: Db, workspace: number, id: string): Promise<StoredReceiver> {
  const found = await loadReceiver(db, workspace, numberOf(id));
  if (found === null) throw noSuchReceiver();
  return found;
}

const nobodyToRing = (origin: string): RapportError =>
  new RapportError('bad-request', {
    what: `No connection of this helpdesk has the origin “${origin}”.`,
    why: 'It signs nothing, so its call only lets the connection look at once; nothing of it is read.',
    wayOut: 'Connect the helpdesk first, and give this address the origin of that connection.',
  });

const noSuchReceiver = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such address.', wayOut: 'The list shows all there are.' });

function describe(workspace: number, { addressKey, sealedSecret: _, ...rest }: StoredReceiver): WebhookReceiver {
  const path = receiveWebhook.path.replace(':receiverId', receiverAddress(workspace, addressKey));
  const signs = findWebhookSource(rest.kind);
  return {
    ...{ ...rest, id: String(rest.id), path, brings: signs === null ? 'ring' : 'news' },
    setUp: signs?.setUp ?? findRingingSource(rest.kind)?.setUp ?? '',
    secretFrom: signs?.secretFrom ?? 'either',
  };
}
