import { getJudge, judgeConversation, listJudgeOpinions, qualityId, RapportError } from '@rapport/contract';
import { sentenceOf } from '../judge/judge-trouble.ts';
import { subjectOfQuality } from '../judge/subject.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { isSeen } from '../store/seen.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveJudge(api: Api, parts: AppParts): void {
  const { judgeOf } = parts;
  const load = (id: string, person: Person) =>
    ask(parts, person, (db, workspace) => loadConversationDetail(db, workspace, id, person.sees));

  serve(api, getJudge, (_given, { workspace }) => judgeOf(workspace).describe());

  serve(api, listJudgeOpinions, async ({ params }, person) => {
    const { id } = await load(params.conversationId, person);
    const kept = await judgeOf(person.workspace).listOpinions(numberOf(id));
    return {
      opinions: kept.flatMap(({ quality, said }) =>
        quality !== null && isSeen(person.sees, numberOf(said.agentId))
          ? [{ ...said, quality: qualityId.parse(quality) }]
          : [],
      ),
    };
  });

  serve(api, judgeConversation, async ({ params, body: { quality, agentId } }, person) => {
    const { id, assessments } = await load(params.conversationId, person);
    const local = agentId === undefined ? assessments[0] : assessments.find((one) => one.agentId === agentId);
    if (agentId !== undefined && local === undefined) {
      throw new RapportError('not-found', { what: 'This agent has no scored reply in this conversation.' });
    }
    const authorId = local === undefined ? null : numberOf(local.agentId);
    const given = await judgeOf(person.workspace).ask({
      conversationId: numberOf(id),
      subject: subjectOfQuality(quality),
      authorId,
      stop: api.stopping,
    });
    if (!given.fromStore && given.trouble !== 'off') {
      await noteDone(parts, person, { what: 'judge-asked', object: id, detail: { quality, trouble: given.trouble } });
    }
    return {
      agentId: local?.agentId ?? null,
      quality,
      local: local?.qualities[quality] ?? null,
      opinion: given.said === null ? null : { ...given.said, quality },
      trouble: given.trouble === null ? null : { kind: given.trouble, sentence: sentenceOf(given.trouble) },
      fromStore: given.fromStore,
    };
  });
}
