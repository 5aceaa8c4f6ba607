/** A webhook on its way in: known address, good signature, not too old, not twice; then as any other arrival. */
import { createHash } from 'node:crypto';
import { RapportError, type WebhookVerdict } from '@rapport/contract';
import { readLong } from '../apart/read-long.ts';
import type { ReadAnswer, ReadTask } from '../apart/read-task.ts';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { SecretKey } from '../secrets/load-secret-key.ts';
import { openSecret } from '../secrets/seal-secret.ts';
import { ringConnection } from '../store/connection-rings.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db, Store } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { findReceiver, noteCall, type StoredReceiver } from '../store/webhook-receivers.ts';
import { findWebhookSource, headersRead } from './all-webhook-sources.ts';
import { checkRing } from './check-ring.ts';
import { checkSignature, replaySeconds, type SignedRequest } from './check-signature.ts';
import type { CallCount } from './count-calls.ts';
import { readWebhook } from './read-webhook.ts';
import type { WebhookSource } from './webhook-source.ts';

export interface WebhookParts {
  store: Pick<Store, 'db'>;
  jobs: Jobs;
  outside: { secretKey: () => Promise<SecretKey> };
  now: () => Date;
  callCount: CallCount;
}

/** What a signing secret is sealed for. */
export const receiverPurpose = (addressKey: string): string => `webhook ${addressKey}`;

/** The part of the address that names workspace and receiver. */
export const receiverAddress = (workspace: number, addressKey: string): string => `${workspace}-${addressKey}`;

/**
 * @param address as in the path
 * @throws RapportError `not-signed-in` for an unknown address, a missing, wrong or old signature or secret: always the
 * same words; `unavailable` while it is paused; `too-many-requests` when rings come faster than anybody needs
 */
export async function receiveNews(parts: WebhookParts, address: string, request: SignedRequest): Promise<void> {
  const [, workspaceText = '0', addressKey = ''] = /^(\d{1,9})-([a-z0-9]{1,40})$/.exec(address) ?? [];
  const workspace = Number(workspaceText);
  const receivedAt = parts.now();
  const found = await inWorkspace(parts.store, workspace, (db) => findReceiver(db, workspace, addressKey));
  if (found === null) throw unknownAddress();
  const source = findWebhookSource(found.kind);
  const secret = openSecret(await parts.outside.secretKey(), found.sealedSecret, receiverPurpose(addressKey));
  const { length: bytes } = request.raw;
  const note = (verdict: WebhookVerdict): Promise<void> =>
    inWorkspace(parts.store, workspace, (db) => noteCall(db, workspace, found.id, { verdict, bytes }));
  const known =
    source === null ? checkRing(request, secret) : checkSignature(source.signature, request, secret, receivedAt);
  if (known !== 'good') {
    await note(known);
    throw unknownAddress();
  }
  if (source === null) {
    const wait = parts.callCount.count(address);
    if (wait > 0) throw ringsTooOften(wait);
  }
  if (found.state === 'paused') {
    await note('paused');
    throw isPaused();
  }
  try {
    const long = source === null ? null : await readLong(parts, workspace, taskOf(source, request, receivedAt));
    await inWorkspace(parts.store, workspace, async (db) => {
      const verdict =
        source === null
          ? await ringConnection(db, workspace, { ...found, at: receivedAt })
          : await keepNews(parts, db, { workspace, found, source, request, receivedAt, long });
      // Last, so that two calls that come at once wait for each other for a moment only.
      await noteCall(db, workspace, found.id, { verdict, bytes });
    });
  } catch (error) {
    if (error instanceof RapportError && error.code === 'bad-request') await note('unreadable');
    throw error;
  }
}

interface KnownNews {
  workspace: number;
  found: StoredReceiver;
  source: WebhookSource;
  request: SignedRequest;
  receivedAt: Date;
  /** Where it was long, and is read already. */
  long: ReadAnswer | null;
}

/** Of the headers what the readers of sources look at; the others are of the signature. */
function taskOf(
  source: WebhookSource,
  { raw, header }: SignedRequest,
  receivedAt: Date,
): Pick<ReadTask, 'raw' | 'from'> {
  const headers = Object.fromEntries(
    headersRead.flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { raw, from: { way: 'webhook', kind: source.kind, headers, receivedAt } };
}

/** @throws RapportError `bad-request` */
async function keepNews(
  parts: WebhookParts,
  db: Db,
  { workspace, found, source, request, receivedAt, long }: KnownNews,
): Promise<WebhookVerdict> {
  const read =
    long === null
      ? readWebhook(source, { ...request, receivedAt, ownDomains: await loadOwnDomains(db, workspace) })
      : { ...long, pieces: long.content };
  if (('masked' in read.pieces ? read.pieces.pieces : read.pieces).length === 0) return 'nothing-to-keep';
  const receipt = await receiveArrival(parts, db, workspace, {
    ...{ cameBy: 'webhook', sender: `receiver ${found.id}`, source: found.source, format: source.format },
    ...{ pieces: read.pieces, refusedMessages: read.refusedMessages, key: keyOf(source, found, request) },
  });
  return receipt === null ? 'known' : 'stored';
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

const ringsTooOften = (seconds: number): RapportError =>
  new RapportError('too-many-requests', {
    what: 'This address was called too often within a minute.',
    why: 'One call is enough for everything that has changed.',
    wayOut: `Wait ${seconds} seconds.`,
  });
