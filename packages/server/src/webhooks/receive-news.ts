/** A webhook on its way in: known address, good signature, not too old, not twice; then as any other arrival. */
import { createHash } from 'node:crypto';
import { RapportError, type WebhookVerdict } from '@rapport/contract';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { SecretKey } from '../secrets/load-secret-key.ts';
import { openSecret } from '../secrets/seal-secret.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { findReceiver, noteCall, type StoredReceiver } from '../store/webhook-receivers.ts';
import { findWebhookSource } from './all-webhook-sources.ts';
import { checkSignature, replaySeconds, type SignedRequest } from './check-signature.ts';
import { readWebhook } from './read-webhook.ts';
import type { WebhookSource } from './webhook-source.ts';

export interface WebhookParts {
  store: Pick<Store, 'db'>;
  jobs: Jobs;
  outside: { secretKey: () => Promise<SecretKey> };
  now: () => Date;
}

/** What a signing secret is sealed for. */
export const receiverPurpose = (addressKey: string): string => `webhook ${addressKey}`;

/** The part of the address that names workspace and receiver. */
export const receiverAddress = (workspace: number, addressKey: string): string => `${workspace}-${addressKey}`;

/**
 * @param address as in the path
 * @throws RapportError `not-signed-in` for an unknown address, a missing, wrong or old signature: always the same words;
 * `unavailable` while it is paused
 */
export async function receiveNews(parts: WebhookParts, address: string, request: SignedRequest): Promise<void> {
  const [, workspaceText = '0', addressKey = ''] = /^(\d{1,9})-([a-z0-9]{1,40})$/.exec(address) ?? [];
  const workspace = Number(workspaceText);
  const receivedAt = parts.now();
  const found = await inWorkspace(parts.store, workspace, (db) => findReceiver(db, workspace, addressKey));
  const source = found === null ? null : findWebhookSource(found.kind);
  if (found === null || source === null) throw unknownAddress();
  const secret = openSecret(await parts.outside.secretKey(), found.sealedSecret, receiverPurpose(addressKey));
  const { length: bytes } = request.raw;
  const note = (verdict: WebhookVerdict): Promise<void> =>
    inWorkspace(parts.store, workspace, (db) => noteCall(db, workspace, found.id, { verdict, bytes }));
  const signed = checkSignature(source.signature, request, secret, receivedAt);
  if (signed !== 'good') {
    await note(signed);
    throw unknownAddress();
  }
  if (found.state === 'paused') {
    await note('paused');
    throw isPaused();
  }
  try {
    await inWorkspace(parts.store, workspace, async (db) => {
      const ownDomains = await loadOwnDomains(db, workspace);
      const read = readWebhook(source, { ...request, receivedAt, ownDomains });
      let verdict: WebhookVerdict = 'nothing-to-keep';
      if (read.pieces.length > 0) {
        const receipt = await receiveArrival(parts, db, workspace, {
          ...{ cameBy: 'webhook', sender: `receiver ${found.id}`, source: found.source, format: source.format },
          ...{ pieces: read.pieces, refusedMessages: read.refusedMessages, key: keyOf(source, found, request) },
        });
        verdict = receipt === null ? 'known' : 'stored';
      }
      // Last, so that two calls that come at once wait for each other for a moment only.
      await noteCall(db, workspace, found.id, { verdict, bytes });
    });
  } catch (error) {
    if (error instanceof RapportError && error.code === 'bad-request') await note('unreadable');
    throw error;
  }
}

/** The very same bytes are the same news: whoever records and repeats them changes nothing, however late. */
function keyOf(source: WebhookSource, { id }: StoredReceiver, { raw, header }: SignedRequest): string {
  const delivery = source.deliveryHeader === undefined ? undefined : header(source.deliveryHeader);
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 40);
  return `${id} ${delivery?.slice(0, 80) ?? ''} ${hash}`;
}

const unknownAddress = (): RapportError =>
  new RapportError('not-signed-in', {
    what: 'Nothing is received here, or the signature is not right.',
    why: 'Nothing was stored.',
    wayOut: `Check address and secret in the helpdesk, and that its clock is right to ${replaySeconds / 60} minutes.`,
  });

const isPaused = (): RapportError =>
  new RapportError('unavailable', {
    what: 'Receiving is paused here.',
    why: 'Nothing was stored.',
    wayOut: 'Send it again later.',
  });
