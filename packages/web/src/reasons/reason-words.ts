/** Reasons as addresses and short words; what they claim is written by the server. */
import type { ConversationFilter, ReasonCare, ReasonGroup } from '@rapport/contract';
import type { SpanTone } from '../design/span-geometry.ts';

type Named = Pick<ReasonGroup, 'kind' | 'key'>;

export const reasonId = ({ kind, key }: Named): string => `${kind}:${key}`;

export const behindReason = (one: Named): ConversationFilter => ({ reason: reasonId(one) });

/** More of a bad thing asks for a person. */
export const trendTone = ({ trend: { sign, difference } }: Pick<ReasonGroup, 'trend'>): Exclude<SpanTone, 'ink'> =>
  sign !== 'real' ? 'unsure' : (difference.value ?? 0) > 0 ? 'attention' : 'strength';

export const fixWords: Record<
  NonNullable<ReasonCare['fix']>['sign'],
  { name: string; tone: Exclude<SpanTone, 'ink'> }
> = {
  fell: { name: 'Fell after the fix', tone: 'strength' },
  rose: { name: 'Rose after the fix', tone: 'attention' },
  'no-clear-change': { name: 'No clear change', tone: 'unsure' },
  watching: { name: 'Being watched', tone: 'unsure' },
};

export const careOf = (care: readonly ReasonCare[], one: Named): ReasonCare | undefined =>
  care.find(({ kind, key }) => kind === one.kind && key === one.key);
