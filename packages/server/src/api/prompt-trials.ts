/** A prompt of the team's own, tried before it is published: one question at a time, so that each says what it took. */
import { drawPromptTrial, nearestPoint, RapportError, tryPrompt } from '@rapport/contract';
import { sentenceOf } from '../judge/judge-trouble.ts';
import { subjectOfPrompt } from '../judge/subject.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { drawScored } from '../store/draw-scored.ts';
import { listScoredParts } from '../store/scored-parts.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { refusePrograms } from './judge-proposals.ts';
import { type Api, serve } from './serve.ts';

export function servePromptTrials(api: Api, parts: AppParts): void {
  const { judgeOf } = parts;

  serve(api, drawPromptTrial, ({ body: { count, seed: given } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const seed = given ?? parts.createSeeded().seed;
      const { sees } = person;
      const { ids, of } = await drawScored(db, workspace, { count, seed, sees });
      const scored = await listScoredParts(db, workspace, { conversations: ids, sees });
      const drawn = [];
      for (const id of ids) {
        const part = scored.find(({ conversation }) => conversation === id);
        if (part === undefined) continue;
        const { customer, channel, subject } = await loadConversationDetail(db, workspace, String(id), sees);
        drawn.push({ conversationId: String(id), agentId: String(part.agent), customer, channel, subject });
      }
      return { parts: drawn, of, seed };
    }),
  );

  serve(api, tryPrompt, async ({ body: { name, prompt, points, conversationId, agentId } }, person) => {
    refusePrograms(person);
    const { id, assessments } = await ask(parts, person, (db, workspace) =>
      loadConversationDetail(db, workspace, conversationId, person.sees),
    );
    const about = assessments.find((one) => agentId === undefined || one.agentId === agentId);
    if (about === undefined) throw nobodyScored();
    const judge = judgeOf(person.workspace);
    const { said, trouble, spent } = await judge.try({
      ...{ conversationId: numberOf(id), authorId: numberOf(about.agentId) },
      ...{ subject: subjectOfPrompt({ name, prompt }), stop: api.stopping },
    });
    if (trouble !== 'off') {
      await noteDone(parts, person, { what: 'judge-asked', object: id, detail: { trial: true, trouble } });
    }
    return {
      ...{ conversationId: id, agentId: about.agentId, said, spent },
      chosen: said === null || said.score === null ? null : nearestPoint(said.score, points),
      trouble: trouble === null ? null : { kind: trouble, sentence: sentenceOf(trouble) },
      budget: (await judge.describe()).budget,
    };
  });
}

const nobodyScored = (): RapportError =>
  new RapportError('bad-request', {
    what: 'This agent has no scored reply in the conversation.',
    wayOut: 'Choose a conversation in which an agent answered in words.',
  });
