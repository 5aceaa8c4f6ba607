/**
 * Masks everything of a piece that could hold a card, an address or a number, before it is stored.
 *
 * Texts lose them. Ids must stay apart from each other and the same over all files, so an address that serves as an id
 * becomes a name made with the workspace's own key: nobody without this database can turn it back, or try addresses.
 */
import { createHmac } from 'node:crypto';
import { type MaskCounts, noMasks } from '@rapport/contract';
import {
  addMaskCounts,
  type ConversationHead,
  type Fragment,
  type IntakeMessage,
  type Masked,
  maskText,
  officeWord,
  type SealedWord,
} from '@rapport/intake';
import type { SealWords } from '../secrets/seal-words.ts';

export interface MaskedFragment {
  fragment: Fragment;
  counts: MaskCounts;
}

/** @param seal where what is masked in the texts of messages is kept, sealed */
export function createMasker(pseudonymKey: Buffer, seal?: SealWords): (fragment: Fragment) => MaskedFragment {
  const nameOf = rememberSome((value) => findName(value, pseudonymKey));
  const addressOf = rememberSome((address) => keepOfAddress(address, pseudonymKey));
  return (fragment) => {
    let counts = noMasks;
    // The words of a message are asked for right after its text was masked: a long one is not gone through twice.
    let last: { text: string; masked: Masked } | null = null;
    const maskOnce = (text: string): Masked => {
      if (last === null || last.text !== text) last = { text, masked: maskText(text) };
      return last.masked;
    };
    const mask = (text: string): string => {
      const masked = maskOnce(text);
      if (masked.text !== text) counts = addMaskCounts(counts, masked.counts);
      return masked.text;
    };
    const conversation = maskHead(fragment.conversation, mask, nameOf);
    const messages = fragment.messages.map((message) => ({
      ...maskMessage(message, mask, nameOf),
      ...(seal === undefined ? {} : keptOf(maskOnce(message.text), seal)),
      ...(message.authorEmail?.includes('@') ? { authorEmail: addressOf(message.authorEmail) } : {}),
    }));
    return { fragment: { ...fragment, conversation, messages }, counts };
  };
}

function keptOf({ words }: Masked, seal: SealWords): { kept?: SealedWord[] } {
  return words.length === 0
    ? {}
    : { kept: words.map((one) => ({ kind: one.kind, start: one.start, sealed: seal(one.kind, one.words) })) };
}

/** A name that only this workspace can make again; the same for the same value. */
export const makeName = (value: string, key: Buffer): string =>
  `masked-${createHmac('sha256', key).update(value.trim().toLowerCase()).digest('hex').slice(0, 12)}`;

/** Whose domain it is can be told again; who it was cannot. */
const keepOfAddress = (address: string, key: Buffer): string =>
  `${officeWord(address)}@${makeName(address.slice(address.lastIndexOf('@') + 1), key)}`;

/** What stands for a name or id: itself, or a made one where it holds something that must not be stored. */
interface StoredName {
  /** Tells one from another; the same for the same value. */
  id: string;
  shown: string;
  isMade: boolean;
}

function findName(value: string, key: Buffer): StoredName {
  const masked = maskText(value).text;
  if (masked === value) return { id: value, shown: value, isMade: false };
  const made = makeName(value, key);
  // "Ann <[email]>" keeps what is left of it; a bare address would leave every author with one name.
  const rest = masked.replaceAll(/[<("]?\[\w+\][>)"]?/g, '').trim();
  const short = made.slice('masked-'.length, 'masked-'.length + 6);
  return { id: made, shown: /\p{L}/u.test(rest) ? rest : `masked ${short}`, isMade: true };
}

function maskMessage(
  { authorEmail, ...message }: IntakeMessage,
  mask: (text: string) => string,
  nameOf: (value: string) => StoredName,
): IntakeMessage {
  const name = nameOf(message.author);
  // The id of the source first, then the address: both outlive a new display name.
  const id = message.authorId ?? authorEmail;
  const stable = id === undefined ? (name.isMade ? name.id : undefined) : nameOf(id).id;
  return {
    ...message,
    author: message.authorIsTeam ? nameMailbox(message.author, name) : name.shown,
    ...(stable === undefined ? {} : { authorId: stable }),
    text: mask(message.text),
  };
}

/** A mailbox of the team's own is no private detail; its name before the @ is what people know it by. */
const nameMailbox = (author: string, { shown, isMade }: StoredName): string =>
  isMade && /^[\w.+-]{1,40}@/.test(author) ? `${author.slice(0, author.indexOf('@'))}@…` : shown;

function maskHead(
  head: ConversationHead,
  mask: (text: string) => string,
  nameOf: (value: string) => StoredName,
): ConversationHead {
  return {
    ...head,
    ...(head.channelRaw === undefined ? {} : { channelRaw: mask(head.channelRaw) }),
    subject: mask(head.subject),
    customer: head.customer === null ? null : nameOf(head.customer).id,
    assignee: head.assignee === null ? null : nameOf(head.assignee).shown,
    status: head.status === null ? null : mask(head.status),
    csatRaw: head.csatRaw === null ? null : mask(head.csatRaw),
    ...(head.csatComment === undefined ? {} : { csatComment: mask(head.csatComment) }),
    ...(head.csatAgentId === undefined ? {} : { csatAgentId: nameOf(head.csatAgentId).id }),
    tags: head.tags.map(mask),
  };
}

/** Names come again and again; a file with a million of them must not fill the memory. */
function rememberSome<T>(find: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    if (known.size >= 50_000) known.clear();
    const made = find(value);
    known.set(value, made);
    return made;
  };
}
