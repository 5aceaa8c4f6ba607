/**
 * One author's side of a conversation: what customers had said when this author answered, and the answer.
 * Rules of every quality read threads, so that two agents in one conversation are each judged for their own replies.
 */
import type { EmotionLabel } from '@rapport/contract';
import { authorKey, type Reading, type ReadMessage } from '../reading.ts';
import { contentWordsOf } from './content-words.ts';
import { type Spot, spotsOf } from './spot.ts';

export interface Mood {
  /** −1 very unhappy … 1 very glad. */
  valence: number;
  label: EmotionLabel;
}

export interface Exchange {
  /** Position among this author's exchanges. */
  position: number;
  /** What customers had said since anybody last answered them; what was said before where a colleague just did. */
  asked: readonly Spot[];
  /** This author's unbroken run of replies. */
  reply: readonly Spot[];
  replyMessages: readonly ReadMessage[];
  /** The unhappiest of the customer's messages in `asked`; null where there is none. */
  mood: Mood | null;
  /** Mood of the customer's messages before these; null at the start. */
  moodBefore: Mood | null;
  /** A colleague had answered these words before this author did. */
  afterColleague: boolean;
  /** What customers said next, before anybody answered. */
  next: readonly Spot[];
  nextMood: Mood | null;
  /** Seconds the first waiting customer message waited for this run; null without times. */
  waitSeconds: number | null;
}

export interface Thread {
  agent: string;
  exchanges: readonly Exchange[];
  /** Everything this author wrote that can be judged. */
  replies: readonly Spot[];
  /** Everything customers wrote up to this author's last reply and the customers' answer to it. */
  customer: readonly Spot[];
  /** Content words of all that, to tell words about this case from words for anybody. */
  heard: ReadonlySet<string>;
  /** What colleagues wrote that this author could have read before their last reply. */
  colleagues: readonly Spot[];
  /** Lowest and last mood of the customer, where one was read. */
  lastMood: Mood | null;
  /** Nobody else answered after this author. */
  closes: boolean;
}

interface Run {
  side: 'customer' | 'agent';
  author: string;
  messages: ReadMessage[];
  /** Those of all its messages. */
  spots: readonly Spot[];
}

interface Known {
  runs: readonly Run[];
  threads: Map<string, Thread>;
}

const memory = new WeakMap<Reading, Known>();

/** The thread of `agent` (an `authorKey`) through a reading; computed once for each reading. */
export const threadOf = (reading: Reading, agent: string): Thread => {
  const known = memory.get(reading) ?? { runs: runsOf(reading), threads: new Map() };
  const before = known.threads.get(agent);
  if (before) return before;
  memory.set(reading, known);
  const thread = buildThread(known.runs, agent);
  known.threads.set(agent, thread);
  return thread;
};

const runsOf = (reading: Reading): Run[] => {
  const runs: Run[] = [];
  for (const read of reading.messages) {
    const { message } = read;
    if (message.visibility !== 'public') continue;
    const isReply = message.role === 'agent' && read.scorable;
    if (!isReply && message.role !== 'customer') continue;
    const side = isReply ? 'agent' : 'customer';
    const author = isReply ? authorKey(message) : '';
    const last = runs.at(-1);
    if (last && last.side === side && last.author === author) last.messages.push(read);
    else runs.push({ side, author, messages: [read], spots: [] });
  }
  for (const run of runs) run.spots = spotsOf(run.messages);
  return runs;
};

const buildThread = (runs: readonly Run[], agent: string): Thread => {
  const exchanges: Exchange[] = [];
  runs.forEach((run, at) => {
    if (run.side === 'agent' && run.author === agent) exchanges.push(exchangeAt(runs, at, exchanges.length));
  });
  const lastRun = runs.findLastIndex((run) => run.side === 'agent' && run.author === agent);
  const until = runs[lastRun + 1]?.side === 'customer' ? lastRun + 2 : lastRun + 1;
  const seen = runs.slice(0, until);
  const customerRuns = seen.filter((run) => run.side === 'customer');
  const customer = customerRuns.flatMap((run) => run.spots);
  return {
    agent,
    exchanges,
    replies: exchanges.flatMap((exchange) => exchange.reply),
    customer,
    heard: contentWordsOf(customer),
    colleagues: runs
      .slice(0, Math.max(lastRun, 0))
      .filter((run) => run.side === 'agent' && run.author !== agent)
      .flatMap((run) => run.spots),
    lastMood: customerRuns.map((run) => lastMoodOf(run.messages)).findLast((mood) => mood !== null) ?? null,
    closes: runs.findLastIndex((run) => run.side === 'agent') <= lastRun,
  };
};

const exchangeAt = (runs: readonly Run[], at: number, position: number): Exchange => {
  const run = runs[at];
  const before = runs[at - 1];
  const afterColleague = before?.side === 'agent';
  const askedAt = lastCustomerBefore(runs, at);
  const asked = runs[askedAt];
  const earlier = runs[lastCustomerBefore(runs, askedAt)];
  const after = runs[at + 1];
  const next = after?.side === 'customer' ? after : undefined;
  return {
    position,
    asked: asked?.spots ?? [],
    reply: run?.spots ?? [],
    replyMessages: run?.messages ?? [],
    mood: lowestMoodOf(asked?.messages ?? []),
    moodBefore: earlier ? lowestMoodOf(earlier.messages) : null,
    afterColleague,
    next: next?.spots ?? [],
    nextMood: lastMoodOf(next?.messages ?? []),
    waitSeconds: run?.messages[0]?.waitSeconds ?? null,
  };
};

/** -1 where there is none. */
const lastCustomerBefore = (runs: readonly Run[], at: number): number => {
  let before = at - 1;
  while (before >= 0 && runs[before]?.side !== 'customer') before -= 1;
  return before;
};

const lowestMoodOf = (messages: readonly ReadMessage[]): Mood | null => {
  let lowest: Mood | null = null;
  for (const { emotion } of messages) if (emotion && (!lowest || emotion.valence < lowest.valence)) lowest = emotion;
  return lowest;
};

const lastMoodOf = (messages: readonly ReadMessage[]): Mood | null =>
  messages.findLast((read) => read.emotion)?.emotion ?? null;
