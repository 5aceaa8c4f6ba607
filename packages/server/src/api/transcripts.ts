import {
  type Conversation,
  type ConversationDetail,
  type ConversationScore,
  lookAtTranscript,
  RapportError,
} from '@rapport/contract';
import { gatherConversations, lookAtFile, orderMessages, readRecords, unpackFile } from '@rapport/intake';
import { languageOf } from '../detect-language.ts';
import { laySaid } from '../jobs/apply-said.ts';
import { scoreWithinLimit } from '../jobs/score-within-limit.ts';
import type { SaidMapping } from '../store/imports.ts';
import { describeConversation } from './describe-conversation.ts';
import { type Api, serve } from './serve.ts';

/** Looks at a pasted transcript in memory: the same reading and the same scorer as an import, and no store at all. */
export function serveTranscripts(api: Api): void {
  serve(api, lookAtTranscript, async ({ body: { text, kind, speakers, timeZone } }) => {
    const said: SaidMapping = {
      ...(speakers === undefined ? {} : { speakers }),
      ...(timeZone === undefined ? {} : { timeZone }),
    };
    const { plan, gathered } = await readPasted(text, `pasted-${kind}.txt`, said);
    const { problems, counts, conversations } = gathered;
    return {
      headline: plan.headline,
      speakers: plan.speakers ?? [],
      problems: problems.slice(0, mostProblems),
      ...{ accepted: counts.accepted, rejected: counts.rejected },
      conversations: conversations
        .slice(0, mostConversations)
        .map((one) => describeScored(one, scoreWithinLimit(one, { languageOf }))),
    };
  });
}

const mostProblems = 100;
const mostConversations = 50;

/** @throws RapportError `unreadable-file` where it is no conversation, with what would make it one */
async function readPasted(text: string, fileName: string, said: SaidMapping) {
  const bytes = Buffer.from(text);
  const open = async function* (fromByte = 0): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(fromByte);
  };
  const look = await lookAtFile(open, { fileName });
  if ('refused' in look) throw unreadable(look.refused[0]?.reason);
  const plan = laySaid(look.plan, said);
  if (plan.needsMapping.length > 0) throw unreadable();
  const zoned = plan.needsTimeZone ? { ...plan, timeZone: 'UTC', needsTimeZone: false } : plan;
  const records = readRecords(() => unpackFile(open, plan, { fileName }), zoned, { fileName });
  const gathered = await gatherConversations(records);
  if (gathered.counts.accepted === 0) throw unreadable(gathered.problems[0]?.reason);
  return { plan, gathered };
}

const unreadable = (why?: string): RapportError =>
  new RapportError('unreadable-file', {
    what: 'This could not be read as a chat or a call.',
    ...(why === undefined ? {} : { why }),
    wayOut: 'Begin each turn on a line of its own with a name and a colon, such as “Customer: My lamp is broken.”',
  });

/** As a stored conversation is shown, without an id and without what only a store can know. */
function describeScored(conversation: Conversation, score: ConversationScore): ConversationDetail {
  const ordered = orderMessages(
    conversation.messages.map((message, order) => ({ message, at: message.at, order })),
  ).map(({ message }) => message);
  const emotionOf = new Map(score.customerEmotion.map((one) => [one.messageId, one]));
  const assessed = new Set(score.agents.map(({ agent }) => agent));
  const detail: Omit<ConversationDetail, 'summary'> = {
    ...{ id: '', sourceId: conversation.id, source: '', channel: conversation.channel, subject: conversation.subject },
    ...{ customer: conversation.customer ?? 'Customer', status: conversation.status, tags: conversation.tags },
    ...{ csat: null, wroteAgain: null, earlier: [], mayNotePromise: false },
    ...{ startedAt: ordered[0]?.at ?? null, lastAt: ordered.at(-1)?.at ?? null },
    messages: ordered.map(({ id, at, role, author, text, visibility }) => {
      const emotion = role === 'customer' ? emotionOf.get(id) : undefined;
      return {
        ...{ id, at, role, author, text, visibility },
        scored: role === 'agent' && visibility === 'public' && assessed.has(author),
        emotion: emotion === undefined ? null : { valence: emotion.valence, label: emotion.label },
      };
    }),
    assessments: score.agents.map(({ agent, qualities }) => ({ agentId: agent, agent, qualities })),
    moments: score.agents.flatMap(({ agent, qualities }) =>
      Object.values(qualities).flatMap(({ moments }) => moments.map((moment) => ({ ...moment, agent }))),
    ),
    ...{ promises: score.promises, goodwill: score.goodwill, orderOfCare: score.orderOfCare, signals: score.signals },
    ...{ exceptional: score.exceptional, notScored: score.notScored, scorerVersion: score.scorerVersion },
  };
  return { ...detail, summary: describeConversation(detail) };
}
