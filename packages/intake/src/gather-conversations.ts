/** All records of a file → whole conversations in memory, for the command line and for small files. */
import type { Conversation, IntakeProblem } from '@rapport/contract';
import { isSameMessage, mergeHeads, orderMessages } from './merge-conversation.ts';
import type { ConversationHead, IntakeMessage, IntakeRecord } from './record.ts';

export interface GatherCounts {
  /** Always accepted + duplicate + rejected. */
  units: number;
  accepted: number;
  /** Of the accepted ones those that took the place of an earlier message with the same id. */
  updated: number;
  duplicate: number;
  rejected: number;
  conversations: number;
  messages: number;
}

export interface Gathered {
  /** In the order in which the file first names them. */
  conversations: Conversation[];
  problems: IntakeProblem[];
  counts: GatherCounts;
}

/** Equal messages with one id count once; a different message under a known id takes its place. */
export async function gatherConversations(
  records: AsyncIterable<IntakeRecord> | Iterable<IntakeRecord>,
): Promise<Gathered> {
  const heads = new Map<string, ConversationHead>();
  const messagesOf = new Map<string, Map<string, IntakeMessage>>();
  const problems: IntakeProblem[] = [];
  let [accepted, updated, duplicate, rejected] = [0, 0, 0, 0];
  for await (const record of records) {
    if (record.kind === 'problem') {
      problems.push(record.problem);
      rejected += record.problem.units;
      continue;
    }
    const { id } = record.conversation;
    const known = heads.get(id);
    heads.set(id, known ? mergeHeads(known, record.conversation) : record.conversation);
    const messages = messagesOf.get(id) ?? new Map<string, IntakeMessage>();
    messagesOf.set(id, messages);
    for (const message of record.messages) {
      const before = messages.get(message.id);
      if (before && isSameMessage(before, message)) {
        duplicate += 1;
        continue;
      }
      accepted += 1;
      if (before) updated += 1;
      messages.set(message.id, before ? { ...message, order: before.order } : message);
    }
  }
  const conversations = [...heads].map(([id, head]): Conversation => {
    const ordered = orderMessages([...(messagesOf.get(id)?.values() ?? [])]);
    return { ...head, messages: ordered.map(({ order: _, ...message }) => message) };
  });
  const messages = conversations.reduce((sum, one) => sum + one.messages.length, 0);
  const units = accepted + duplicate + rejected;
  return {
    conversations,
    problems,
    counts: { units, accepted, updated, duplicate, rejected, conversations: conversations.length, messages },
  };
}
