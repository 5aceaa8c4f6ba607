/** Says where the scores of a hard case differ from what a fair reviewer would accept. */
import { scoreConversation } from '../score-conversation.ts';
import type { HardCase } from './hard-case.ts';
import { conversationOf } from './pair.ts';

/** `quality: verdict (rules)` for every quality whose verdict is not accepted; empty when all is well. */
export const wronglyJudged = ({ id, turns, accept, of }: HardCase): string[] => {
  const { agents } = scoreConversation(conversationOf(id, turns));
  const agent = agents.find((one) => one.agent === of) ?? agents[0];
  return Object.entries(accept).flatMap(([quality, accepted]) => {
    // The keys are quality ids by the type of `accept`; `Object.entries` only forgets it.
    const score = agent?.qualities[quality as keyof typeof agent.qualities];
    const verdict = score?.verdict === 'no-opportunity' ? 'none' : score?.verdict;
    if (verdict && accepted.includes(verdict)) return [];
    return [`${quality}: ${verdict} (${score?.moments.map(({ rule }) => rule).join(', ')})`];
  });
};
