/**
 * Which mails belong together, told from their headers alone: by References and In-Reply-To, in whatever order the mails
 * lie; and for answers without either, by subject and by the two who write, within thirty days. About 130 bytes a mail.
 */
import { hashText } from './hash-text.ts';
import { createNumberTable } from './number-table.ts';
import { createTextArena } from './text-arena.ts';

export interface ThreadedMail {
  messageId: string;
  inReplyTo: string;
  references: readonly string[];
  subject: string;
  from: { address: string };
  to: readonly string[];
  /** Milliseconds, or NaN. */
  time: number;
  isByMachine: boolean;
}

export interface ThreadIndex {
  add(mail: ThreadedMail): void;
  /** After the last mail. */
  close(): void;
  threadOf(mail: ThreadedMail): ThreadPlace;
  readonly threads: number;
}

export interface ThreadPlace {
  /** Conversation id. */
  id: string;
  /** Whether its author is the first person who wrote in the conversation. */
  isFirstAuthor: boolean;
  /** Milliseconds: when the mail it answers was written; null where that is not here. */
  answersTime: number | null;
}

const longestGapMilliseconds = 30 * 86_400_000;
/** Beyond so many mails without References only the others are threaded: a bound for memory, never met by a real mailbox. */
const mostEntries = 1_000_000;
const none = 0xffffffff;

export function createThreadIndex(): ThreadIndex {
  const table = createNumberTable();
  const ids = createTextArena();
  let nodes = createNodes(1024);
  const entries: { key: number; node: number; time: number; isReply: boolean }[] = [];
  let threads = 0;

  const nodeOf = (id: string): number => {
    const before = table.size;
    const node = table.add(hashText(id));
    if (table.size === before) return node;
    ids.push(id);
    if (node >= nodes.above.length) nodes = grown(nodes);
    nodes.above[node] = node;
    return node;
  };
  const setOf = (node: number): number => {
    let at = node;
    while (nodes.above[at] !== at) {
      nodes.above[at] = nodes.above[nodes.above[at] ?? at] ?? at;
      at = nodes.above[at] ?? at;
    }
    return at;
  };
  /** The older mail's beginning is the beginning of both. */
  const join = (older: number, newer: number): void => {
    const [a, b] = [setOf(older), setOf(newer)];
    if (a === b) return;
    nodes.above[b] = a;
  };

  return {
    add(mail) {
      const node = nodeOf(idOf(mail));
      const ancestors = mail.references.length > 0 ? mail.references : mail.inReplyTo === '' ? [] : [mail.inReplyTo];
      let older: number | null = null;
      for (const id of [...ancestors, mail.references.length > 0 ? mail.inReplyTo : '']) {
        if (id === '') continue;
        const next = nodeOf(id);
        if (older !== null && next !== node) join(older, next);
        older = next;
      }
      if (older !== null) join(older, node);
      nodes.isHere[node] = 1;
      if (!mail.isByMachine) {
        nodes.time[node] = Number.isNaN(mail.time) ? Number.MAX_VALUE : mail.time;
        nodes.from[node] = hashText(mail.from.address);
      }
      if (ancestors.length === 0 && !Number.isNaN(mail.time)) {
        const subject = plainSubject(mail.subject);
        for (const key of subject === '' || entries.length >= mostEntries ? [] : pairKeys(subject, mail)) {
          entries.push({ key, node, time: mail.time, isReply: isReply(mail.subject) });
        }
      }
    },
    close() {
      joinBySubject();
      findFirstAuthors();
    },
    threadOf(mail) {
      const node = table.find(hashText(idOf(mail)));
      if (node < 0) return { id: idOf(mail), isFirstAuthor: true, answersTime: null };
      const top = setOf(node);
      const first = nodes.first[top] ?? none;
      const isFirstAuthor = first === none || nodes.from[first] === hashText(mail.from.address);
      return { id: ids.get(top), isFirstAuthor, answersTime: timeOf(mail.inReplyTo || (mail.references.at(-1) ?? '')) };
    },
    get threads() {
      return threads;
    },
  };

  function timeOf(id: string): number | null {
    const node = id === '' ? -1 : table.find(hashText(id));
    const time = node < 0 || nodes.isHere[node] !== 1 ? 0 : (nodes.time[node] ?? 0);
    return time === 0 || time === Number.MAX_VALUE ? null : time;
  }

  function joinBySubject(): void {
    entries.sort((a, b) => a.key - b.key || a.time - b.time || Number(a.isReply) - Number(b.isReply));
    for (const [index, one] of entries.entries()) {
      const before = entries[index - 1];
      if (!one.isReply || before?.key !== one.key || one.time - before.time > longestGapMilliseconds) continue;
      join(before.node, one.node);
    }
    entries.length = 0;
  }

  function findFirstAuthors(): void {
    nodes.first.fill(none);
    for (let node = 0; node < table.size; node += 1) {
      const top = setOf(node);
      if (nodes.isHere[node] === 1 && nodes.seen[top] !== 1) {
        nodes.seen[top] = 1;
        threads += 1;
      }
      if (nodes.isHere[node] !== 1 || nodes.from[node] === 0) continue;
      const first = nodes.first[top] ?? none;
      if (first === none || (nodes.time[node] ?? 0) < (nodes.time[first] ?? 0)) nodes.first[top] = node;
    }
  }
}

/** A mail without an id gets one from its header, so that a second copy of it gets the same. */
export const idOf = (mail: ThreadedMail): string =>
  mail.messageId ||
  `no-id-${hashText([mail.from.address, mail.time, mail.subject, mail.to.join()].join('\n')).toString(36)}`;

const answerMark = /^(?:re|aw|sv|antw|rif|ref|rép|odp|vs|vl|ynt)(?:\s?\[\d+\]|\(\d+\))?\s?:\s*/i;
const forwardMark = /^(?:fwd?|wg|tr|rv|enc|doorst)\s?:\s*/i;
const tagMark = /^\[[^\]]{1,60}\]\s*/;

const isReply = (subject: string): boolean => answerMark.test(subject.replace(tagMark, ''));

/** Without Re:, Fwd: and [tags], in lower case. */
export function plainSubject(subject: string): string {
  let text = subject.slice(0, 500).trim();
  for (let step = 0; step < 20; step += 1) {
    const less = text.replace(answerMark, '').replace(forwardMark, '').replace(tagMark, '');
    if (less === text) break;
    text = less;
  }
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** One key for each two who write, whichever of them writes. */
function pairKeys(subject: string, mail: ThreadedMail): number[] {
  const partners = new Set(mail.to.filter((address) => address !== mail.from.address).slice(0, 5));
  return [...partners].map((one) => hashText([subject, ...[one, mail.from.address].toSorted()].join('\n')));
}

interface Nodes {
  above: Uint32Array;
  first: Uint32Array;
  time: Float64Array;
  from: Float64Array;
  isHere: Uint8Array;
  seen: Uint8Array;
}

const createNodes = (size: number): Nodes => ({
  above: new Uint32Array(size),
  first: new Uint32Array(size),
  time: new Float64Array(size),
  from: new Float64Array(size),
  isHere: new Uint8Array(size),
  seen: new Uint8Array(size),
});

function grown(nodes: Nodes): Nodes {
  const more = createNodes(nodes.above.length * 2);
  for (const name of ['above', 'first', 'time', 'from', 'isHere', 'seen'] as const) more[name].set(nodes[name]);
  return more;
}
