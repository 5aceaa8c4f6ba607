import { getJudge, judgeConversation, listJudgeOpinions, RapportError } from '@rapport/contract';
import { sentenceOf } from '../judge/judge-trouble.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveJudge(api: Api, parts: AppParts): void {
  const { judge } = parts;
  const load = (id: string) => ask(parts, (db, workspace) => loadConversationDetail(db, workspace, id));

  serve(api, getJudge, () => judge.describe());

  serve(api, listJudgeOpinions, async ({ params }) => {
    const { id } = await load(params.conversationId);
    return { opinions: await judge.listOpinions(numberOf(id)) };
  });

  serve(api, judgeConversation, async ({ params, body: { quality, agentId } }) => {
    const { id, assessments } = await load(params.conversationId);
    const local = agentId === undefined ? assessments[0] : assessments.find((one) => one.agentId === agentId);
    if (agentId !== undefined && local === undefined) {
      throw new RapportError('not-found', { what: 'This agent has no scored reply in this conversation.' });
    }
    const authorId = local === undefined ? null : numberOf(local.agentId);
    const given = await judge.ask({ conversationId: numberOf(id), quality, authorId, stop: api.stopping });
    return {
      agentId: local?.agentId ?? null,
      quality,
      local: local?.qualities[quality] ?? null,
      opinion: given.opinion,
      trouble: given.trouble === null ? null : { kind: given.trouble, sentence: sentenceOf(given.trouble) },
      fromStore: given.fromStore,
    };
  });
}
