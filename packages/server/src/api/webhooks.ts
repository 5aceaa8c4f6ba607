/** Addresses for the news of helpdesks, and the door behind them. */
import { randomBytes } from 'node:crypto';
import {
  createWebhookReceiver,
  listWebhookReceivers,
  RapportError,
  receiveWebhook,
  removeWebhookReceiver,
  type WebhookReceiver,
} from '@rapport/contract';
import { sealSecret } from '../secrets/seal-secret.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { deleteReceiver, insertReceiver, listReceivers, type StoredReceiver } from '../store/webhook-receivers.ts';
import { findWebhookSource } from '../webhooks/all-webhook-sources.ts';
import { receiveNews, receiverAddress, receiverPurpose } from '../webhooks/receive-news.ts';
import type { AppParts } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveWebhooks(api: Api, parts: Pick<AppParts, 'store' | 'jobs' | 'now' | 'outside'>): void {
  serve(api, receiveWebhook, async ({ params, raw, header }) => {
    await receiveNews(parts, params.receiverId, { raw, header });
    return { received: true };
  });

  serve(api, listWebhookReceivers, async (_, { workspace }) => {
    const found = await inWorkspace(parts.store, workspace, (db) => listReceivers(db, workspace));
    return { receivers: found.map((one) => describe(workspace, one)) };
  });

  serve(api, createWebhookReceiver, async ({ body }, { workspace }) => {
    const addressKey = randomBytes(12).toString('hex');
    const secret = body.secret ?? randomBytes(24).toString('hex');
    const sealedSecret = sealSecret(await parts.outside.secretKey(), secret, receiverPurpose(addressKey));
    const receiver = await inWorkspace(parts.store, workspace, (db) =>
      insertReceiver(db, workspace, { kind: body.kind, source: body.source, addressKey, sealedSecret }),
    );
    return { receiver: describe(workspace, receiver), secret: body.secret === undefined ? secret : null };
  });

  serve(api, removeWebhookReceiver, async ({ params }, { workspace }) => {
    const id = numberOf(params.receiverId);
    const removed = await inWorkspace(parts.store, workspace, (db) => deleteReceiver(db, workspace, id));
    if (removed) return { removed };
    throw new RapportError('not-found', { what: 'There is no such address.', wayOut: 'The list shows all there are.' });
  });
}

function describe(workspace: number, { addressKey, sealedSecret: _, ...rest }: StoredReceiver): WebhookReceiver {
  const path = receiveWebhook.path.replace(':receiverId', receiverAddress(workspace, addressKey));
  return { ...rest, id: String(rest.id), path, setUp: findWebhookSource(rest.kind)?.setUp ?? '' };
}
