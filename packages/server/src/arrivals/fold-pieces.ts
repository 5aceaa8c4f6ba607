/**
 * Pieces with a clock of their source → what is news in them. Pure: the store says what was known before.
 *
 * Every message and every field of a conversation is a thing of its own, and the newest word on each wins. So an old
 * update that comes late changes nothing, a deletion that comes early is not undone by what was said before it, and two
 * pieces may change different fields of one conversation in either order.
 */
import { createHash } from 'node:crypto';
import type { ConversationHead, IntakeMessage } from '@rapport/intake';
import { readPast, type SaidThing, saidKey, whole } from '../store/said-things.ts';
import { type ArrivedPiece, bareHead } from './arrived-piece.ts';

/** A thing with what was said of it. */
interface Said extends SaidThing {
  message?: IntakeMessage;
  field?: Partial<ConversationHead>;
  isPast: boolean;
}

export interface SaidPieces {
  /** The newest deletion of each conversation. */
  deletions: SaidThing[];
  /** The newest word on each message and field. */
  things: SaidThing[];
  /** The same where it was read from the past, and when each conversation was. */
  past: { things: SaidThing[]; reads: SaidThing[] };
  /** Pieces made of those things that are news, one a conversation. */
  piecesOf(isNews: (thing: SaidThing) => boolean): ArrivedPiece[];
  /** Messages whose deletion is news. */
  goneOf(isNews: (thing: SaidThing) => boolean): { conversation: string; message: string }[];
}

export type TimedPiece = ArrivedPiece & { saidAt: string };

export function foldPieces(pieces: readonly TimedPiece[]): SaidPieces {
  const deletions = new Map<string, Said>();
  const things = new Map<string, Said>();
  for (const piece of pieces) {
    for (const said of thingsOf(piece)) {
      const place = said.thing === whole ? deletions : things;
      const before = place.get(saidKey(said));
      if (before === undefined || isNewer(said, before)) place.set(saidKey(said), said);
    }
  }
  const all = [...things.values()];
  return {
    deletions: [...deletions.values()].map(withoutWords),
    things: all.filter(({ isPast }) => !isPast).map(withoutWords),
    past: { things: all.filter(({ isPast }) => isPast).map(withoutWords), reads: readsOf(pieces) },
    piecesOf: (isNews) => gatherPieces(all.filter((one) => !one.gone && isNews(one))),
    goneOf: (isNews) =>
      all
        .filter((one) => one.gone && isNews(one))
        .map(({ conversation, thing }) => ({ conversation, message: thing.slice('message:'.length) })),
  };
}

const isNewer = (a: SaidThing, b: SaidThing): boolean =>
  a.saidAt > b.saidAt || (a.saidAt === b.saidAt && a.tie > b.tie);

/** The last reading of each conversation. */
function readsOf(pieces: readonly TimedPiece[]): SaidThing[] {
  const reads = new Map<string, SaidThing>();
  for (const { past, conversation, saidAt: said } of pieces) {
    const saidAt = new Date(said).toISOString();
    const before = reads.get(conversation.id);
    if (past !== 'beginning' || (before !== undefined && before.saidAt >= saidAt)) continue;
    reads.set(conversation.id, { conversation: conversation.id, thing: readPast, saidAt, tie: '', gone: false });
  }
  return [...reads.values()];
}

const withoutWords = ({ conversation, thing, saidAt, tie, gone }: Said): SaidThing => ({
  ...{ conversation, thing, saidAt, tie, gone },
});

function thingsOf({ conversation: head, messages, saidAt, gone, past }: TimedPiece): Said[] {
  // One form of the instant, so that it can be compared as text.
  const at = new Date(saidAt).toISOString();
  const about = { conversation: head.id, saidAt: at, isPast: past !== undefined };
  if (gone === 'conversation') return [{ ...about, thing: whole, tie: '', gone: true }];
  // Of two words said at once a deletion wins: "~" sorts behind every hash.
  const taken = gone.map((id) => ({ ...about, thing: `message:${id}`, tie: '~', gone: true }));
  if (gone.length > 0 && messages.length === 0) return taken;
  const told = messages.map(({ order: _, ...message }) => ({
    ...{ ...about, thing: `message:${message.id}`, tie: hashOf(withoutKept(message)), gone: false },
    message: { ...message, order: 0 },
  }));
  const fields = fieldsOf(head).map(({ name, field }) => ({
    ...{ ...about, thing: `field:${name}`, tie: hashOf(field), gone: false },
    field,
  }));
  return [...taken, ...told, ...fields];
}

/** What is sealed differs each time, for the same words. */
const withoutKept = ({ kept: _, ...message }: Omit<IntakeMessage, 'order'>) => message;

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);

/** The fields a head says something about. `exists` stands for the conversation where it says nothing else. */
function fieldsOf(head: ConversationHead): { name: string; field: Partial<ConversationHead> }[] {
  const { channel, channelRaw, subject, customer, assignee, status, tags, resolved, csatRaw, csatMax, language } = head;
  const { csatComment, csatAgentId, followUpOf, outcomes } = head;
  const given: [string, boolean, Partial<ConversationHead>][] = [
    ['exists', true, {}],
    ['channel', channel !== 'other' || channelRaw !== undefined, { channel, ...present({ channelRaw }) }],
    ['subject', subject !== '', { subject }],
    ['customer', customer !== null, { customer }],
    ['assignee', assignee !== null, { assignee }],
    ['status', status !== null, { status }],
    ['tags', tags.length > 0, { tags }],
    ['resolved', resolved !== null, { resolved }],
    ['csat', csatRaw !== null, { csatRaw, csatMax, ...present({ csatComment, csatAgentId }) }],
    ['language', language !== null, { language }],
    ['followUpOf', followUpOf !== undefined, present({ followUpOf })],
    ['outcomes', Object.keys(outcomes).length > 0, { outcomes }],
  ];
  return given.filter(([, isSaid]) => isSaid).map(([name, , field]) => ({ name, field }));
}

/** The fields that are there. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> }; // only the undefined are gone
}

function gatherPieces(news: readonly Said[]): ArrivedPiece[] {
  const pieces = new Map<string, ArrivedPiece>();
  for (const { conversation: id, saidAt, message, field } of news) {
    const piece = pieces.get(id) ?? emptyPiece(id, saidAt);
    pieces.set(id, piece);
    if (message !== undefined) piece.messages.push(message);
    if (field !== undefined) Object.assign(piece.conversation, field);
  }
  for (const { messages } of pieces.values()) messages.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...pieces.values()];
}

const emptyPiece = (id: string, saidAt: string): ArrivedPiece => ({
  conversation: bareHead(id),
  ...{ messages: [], hasMessageIds: true, saidAt, gone: [] },
});
