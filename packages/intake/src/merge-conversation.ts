/** Pieces of one conversation → one conversation. */
import type { Message } from '@rapport/contract';
import type { ConversationHead } from './record.ts';

/**
 * What two pieces say about the same conversation. What names it (channel, subject, customer) stays as first said;
 * what changes with time (status, assignee, rating, resolved, tags) is as last said.
 */
export function mergeHeads(first: ConversationHead, later: ConversationHead): ConversationHead {
  const channelFrom = first.channelRaw === undefined && first.channel === 'other' ? later : first;
  return {
    id: first.id,
    channel: channelFrom.channel,
    ...(channelFrom.channelRaw === undefined ? {} : { channelRaw: channelFrom.channelRaw }),
    subject: first.subject || later.subject,
    customer: first.customer ?? later.customer,
    assignee: later.assignee ?? first.assignee,
    status: later.status ?? first.status,
    tags: later.tags.length > 0 ? later.tags : first.tags,
    resolved: later.resolved ?? first.resolved,
    csatRaw: later.csatRaw ?? first.csatRaw,
    csatMax: later.csatMax ?? first.csatMax,
    ...latest('csatComment', first, later),
    ...latest('csatAgentId', first, later),
    ...latest('followUpOf', first, later),
    language: later.language ?? first.language,
    outcomes: Object.keys(later.outcomes).length > 0 ? { ...first.outcomes, ...later.outcomes } : first.outcomes,
  };
}

type OptionalName = 'csatComment' | 'csatAgentId' | 'followUpOf';

const latest = (name: OptionalName, first: ConversationHead, later: ConversationHead): Partial<ConversationHead> => {
  const value = later[name] ?? first[name];
  return value === undefined ? {} : { [name]: value };
};

/**
 * Messages in the order of a reader: by time, equal times in the order of the source. One message without a time
 * leaves the whole conversation in the order of the source, which is then the better witness.
 */
export function orderMessages<M extends Pick<Message, 'at'> & { order: number }>(messages: readonly M[]): M[] {
  const inOrder = messages.toSorted((a, b) => a.order - b.order);
  if (inOrder.some((one) => one.at === null)) return inOrder;
  return inOrder.sort((a, b) =>
    (a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : a.order - b.order,
  );
}

/** Equal in everything a source can say about a message. */
export const isSameMessage = (a: Message, b: Message): boolean =>
  a.text === b.text &&
  a.at === b.at &&
  a.role === b.role &&
  a.author === b.author &&
  a.authorId === b.authorId &&
  a.authorEmail === b.authorEmail &&
  a.visibility === b.visibility;
