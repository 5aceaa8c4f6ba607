/**
 * An outstanding conversation: everything that was called for was met, somebody did more than was asked,
 * and the customer was delighted. All three, so that the flag stays rare enough to mean something.
 */
import type { AgentAssessment } from '@rapport/contract';
import { authorKey, type Reading } from './reading.ts';
import { spotDoesAny, spotsOf } from './thread/spot.ts';

const fewestMoments = 5;
const delighted = 0.6;

export const isExceptional = (reading: Reading, agents: readonly AgentAssessment[]): boolean => {
  const moments = agents.flatMap((agent) => Object.values(agent.qualities).flatMap((quality) => quality.moments));
  if (moments.length < fewestMoments || moments.some((moment) => moment.verdict !== 'met')) return false;
  const last = reading.messages.findLast(({ emotion }) => emotion)?.emotion;
  if (!last || last.valence < delighted) return false;
  const replies = reading.messages.filter(
    ({ message, scorable }) => scorable && reading.agents.includes(authorKey(message)),
  );
  return spotsOf(replies).some((spot) => spotDoesAny(spot, ['give-goodwill', 'personal-touch']));
};
