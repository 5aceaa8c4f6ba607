import { isWanted, tellHooks } from '../store/hooks.ts';
import type { Db } from '../store/open-store.ts';
import type { ScoredConversation } from '../store/save-scores.ts';

/** Tells whoever wants to know which conversations were scored, with their scores by quality; no name and no word of them. */
export async function tellScored(db: Db, workspace: number, scored: readonly ScoredConversation[]): Promise<void> {
  if (!(await isWanted(db, workspace, 'conversations.scored'))) return;
  const conversations = scored.map(({ stored, score, notService }) => ({
    id: String(stored.id),
    sourceId: stored.conversation.id,
    scorerVersion: score.scorerVersion,
    notService: notService ?? null,
    assessments: score.agents.map(({ qualities }) => ({
      // A quality nothing called for has no score, and is left out.
      scores: Object.entries(qualities).flatMap(([quality, one]) =>
        one.score === null ? [] : [{ quality, score: one.score, confidence: one.confidence }],
      ),
    })),
  }));
  await tellHooks(db, workspace, 'conversations.scored', { conversations });
}
