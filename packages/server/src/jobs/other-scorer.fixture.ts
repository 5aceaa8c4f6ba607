/** For tests: the shipped scorer under another name, and with one quality read more strictly. */
import type { ConversationScore, QualityId } from '@rapport/contract';
import { overallVerdict, scoreOf } from '@rapport/qualities';
import { scoreWithinLimit } from './score-within-limit.ts';
import type { Scorer } from './scorer.ts';

/** @param strict a quality of which this version takes every met moment for missed */
export function scorerNamed(version: string, strict?: QualityId): Scorer {
  return {
    version,
    score: (conversation, options) => {
      const score = scoreWithinLimit(conversation, options);
      return {
        ...score,
        agents: strict === undefined ? score.agents : score.agents.map(sterner),
        scorerVersion: version,
      };
    },
  };

  function sterner(agent: ConversationScore['agents'][number]): ConversationScore['agents'][number] {
    if (strict === undefined) return agent;
    const before = agent.qualities[strict];
    if (before.score === null) return agent;
    const moments = before.moments.map((one) => ({ ...one, verdict: 'missed' as const }));
    const after = {
      ...before,
      moments,
      score: Math.round(scoreOf(moments) * 10) / 10,
      verdict: overallVerdict(moments),
    };
    return { ...agent, qualities: { ...agent.qualities, [strict]: after } };
  }
}
