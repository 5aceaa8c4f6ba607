/** One webhook body → pieces of conversations, with the clock of the source, so that order and repetition do not matter. */
import { RapportError } from '@rapport/contract';
import { defaultLimits, parseJson, readEntry } from '@rapport/intake';
import { type ArrivedPiece, bareHead } from '../arrivals/arrived-piece.ts';
import { isBody } from './read-fields.ts';
import type { WebhookSource } from './webhook-source.ts';

export interface ReadWebhook {
  pieces: ArrivedPiece[];
  /** Messages that could not be read. */
  refusedMessages: number;
}

export interface WebhookRequest {
  raw: Uint8Array;
  header: (name: string) => string | undefined;
  receivedAt: Date;
  ownDomains: readonly string[];
}

/** A clock that runs ahead must not make later news look old for ever. */
const aheadMilliseconds = 5 * 60_000;

/** @throws RapportError `bad-request` when the body is no JSON object */
export function readWebhook(source: WebhookSource, request: WebhookRequest): ReadWebhook {
  const body = parse(request.raw);
  const news = source.read(body, request);
  const said = news.saidAt === null ? request.receivedAt : new Date(news.saidAt);
  const latest = request.receivedAt.getTime() + aheadMilliseconds;
  const saidAt = new Date(Math.min(said.getTime(), latest)).toISOString();
  const pieces: ArrivedPiece[] = [
    ...news.goneConversations.map((id) => goneOf(id, saidAt, 'conversation')),
    ...news.goneMessages.map(({ conversation, message }) => goneOf(conversation, saidAt, [message])),
  ];
  if (news.entry === null) return { pieces, refusedMessages: 0 };
  const { conversation, messages, hasMessageIds, problems } = readEntry(news.entry, {
    ...{ format: source.format, where: `webhook of ${source.kind}`, ownDomains: request.ownDomains },
  });
  const refusedMessages = problems.reduce((sum, { units }) => sum + units, 0);
  // Without ids a single message cannot be told from the whole conversation; asking the source brings it.
  if (conversation === null || (!hasMessageIds && messages.length > 0)) return { pieces, refusedMessages };
  pieces.push({ conversation, messages, hasMessageIds: true, saidAt, gone: [] });
  return { pieces, refusedMessages };
}

function parse(raw: Uint8Array): Readonly<Record<string, unknown>> {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw unreadable();
  }
  const parsed = parseJson(text, defaultLimits.jsonDepth);
  if (!parsed.ok || !isBody(parsed.value)) throw unreadable();
  return parsed.value;
}

const unreadable = (): RapportError =>
  new RapportError('bad-request', {
    what: 'The body of the webhook is no JSON object.',
    why: 'Nothing was stored.',
    wayOut: 'Let the helpdesk send its own form of webhooks, unchanged.',
  });

const goneOf = (id: string, saidAt: string, gone: ArrivedPiece['gone']): ArrivedPiece => ({
  conversation: bareHead(id),
  ...{ messages: [], hasMessageIds: true, saidAt, gone },
});
