/** One scored conversation as the focus analysis reads it; the one place where scores become facts. */
import {
  type Conversation,
  type ConversationScore,
  type Moment,
  type QualityId,
  type QualityScore,
  qualityIds,
} from '@rapport/contract';
import type { ConversationFacts, QualityFacts } from './focus-input.ts';

export interface KnownFromElsewhere {
  /** Needs the customer's other conversations, so it is handed in. */
  wroteAgain: boolean | null;
}

export function factsOf(
  conversation: Conversation,
  score: ConversationScore,
  known: KnownFromElsewhere,
): ConversationFacts {
  const positions = new Map(conversation.messages.map(({ id }, index) => [id, index]));
  const emotions = score.customerEmotion;
  return {
    id: conversation.id,
    signals: score.signals.map(({ kind, said }) => ({ kind, position: positions.get(said.messageId) ?? 0 })),
    wroteAgain: known.wroteAgain,
    satisfied: isSatisfied(conversation),
    feelingFirst: emotions[0]?.valence ?? null,
    feelingLast: emotions.at(-1)?.valence ?? null,
    assessments: score.agents.map(({ agent, agentId, qualities }) => ({
      agent: agentId ?? agent,
      qualities: qualityIds.flatMap((quality) => factsOfQuality(quality, qualities[quality], positions)),
    })),
  };
}

function factsOfQuality(
  quality: QualityId,
  score: QualityScore,
  positions: ReadonlyMap<string, number>,
): QualityFacts[] {
  if (score.verdict === 'no-opportunity') return [];
  const places = score.moments.flatMap((one) => {
    const place = positions.get((one.trigger ?? one.response)?.messageId ?? '');
    return place === undefined ? [] : [place];
  });
  const worst = findWorst(score.moments);
  return [
    {
      quality,
      verdict: score.verdict,
      confidence: score.confidence,
      calledAt: places.length > 0 ? Math.min(...places) : 0,
      quote: (worst?.trigger ?? worst?.response)?.quote ?? '',
      why: worst?.why ?? '',
    },
  ];
}

/** The weightiest moment that was not met; a missed one before a partly met one. */
export function findWorst(moments: readonly Moment[]): Moment | undefined {
  const rank = ({ verdict, weight }: Moment) => (verdict === 'missed' ? 1000 : 0) + weight;
  return moments.filter(({ verdict }) => verdict !== 'met').sort((a, b) => rank(b) - rank(a))[0];
}

/** Upper part of the scale: 4 or 5 of 5, 7 or more of 10, "good". Null when nobody answered or the scale is unknown. */
export function isSatisfied({ csatRaw, csatMax }: Pick<Conversation, 'csatRaw' | 'csatMax'>): boolean | null {
  if (csatRaw === null || csatRaw.trim() === '') return null;
  const value = Number(csatRaw);
  if (Number.isFinite(value)) return csatMax === null ? null : value / csatMax >= (csatMax <= 5 ? 0.75 : 0.7);
  if (/^(good|great|satisfied|happy|good_with_comment)$/i.test(csatRaw.trim())) return true;
  return /^(bad|poor|unsatisfied|unhappy|not[ -]good|bad_with_comment)$/i.test(csatRaw.trim()) ? false : null;
}
