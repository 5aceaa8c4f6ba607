import {
  type Conversation,
  type ConversationDetail,
  type ConversationScore,
  lookAtTranscript,
} from '@rapport/contract';
import { orderMessages } from '@rapport/intake';
import { readTranscript } from '../apart/read-transcripts.ts';
import { languageOf } from '../detect-language.ts';
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
    const { plan, conversations, ...counted } = await readTranscript({ text, kind, said });
    return {
      headline: plan.headline,
      speakers: plan.speakers ?? [],
      ...counted,
      conversations: conversations.map((one) => describeScored(one, scoreWithinLimit(one, { languageOf }))),
    };
  });
}

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
