/** What came over HTTP → masked pieces. The same work for a thread of its own and for the one that answers. */
import type { PushProblem } from '@rapport/contract';
import type { ArrivalContent } from '../arrivals/arrived-piece.ts';
import { maskPieces } from '../arrivals/mask-pieces.ts';
import type { Masking } from '../jobs/load-masking.ts';
import { pushFormat, readPush } from '../push/read-push.ts';
import type { SecretKey } from '../secrets/load-secret-key.ts';
import { createSealWords } from '../secrets/seal-words.ts';
import { findWebhookSource } from '../webhooks/all-webhook-sources.ts';
import { readWebhook } from '../webhooks/read-webhook.ts';

/** Nothing but what can be sent from one thread to another. */
export interface ReadTask {
  raw: Uint8Array;
  ownDomains: readonly string[];
  workspace: number;
  pseudonymKey: Uint8Array;
  /** Where masked words are kept. */
  sealKey: Uint8Array | null;
  from: { way: 'push' } | { way: 'webhook'; kind: string; headers: Readonly<Record<string, string>>; receivedAt: Date };
}

export interface ReadAnswer {
  content: ArrivalContent;
  refusedMessages: number;
  problems: PushProblem[];
}

/** @throws RapportError `bad-request` */
export function readTask({ raw, ownDomains, workspace, pseudonymKey, sealKey, from }: ReadTask): ReadAnswer {
  const masking: Masking = {
    pseudonymKey: Buffer.from(pseudonymKey),
    ...(sealKey === null ? {} : { seal: createSealWords(keyOf(sealKey), workspace) }),
  };
  if (from.way === 'push') {
    const { pieces, ...rest } = readPush(raw, ownDomains);
    return { content: maskPieces(pieces, pushFormat, masking), ...rest };
  }
  const source = findWebhookSource(from.kind);
  if (source === null) throw new Error(`there is no webhook source ${from.kind}`);
  const { receivedAt, headers } = from;
  const { pieces, refusedMessages } = readWebhook(source, {
    ...{ raw, ownDomains, receivedAt, header: (name) => headers[name] },
  });
  return { content: maskPieces(pieces, source.format, masking), refusedMessages, problems: [] };
}

const keyOf = (bytes: Uint8Array): SecretKey => ({ bytes: Buffer.from(bytes) });
