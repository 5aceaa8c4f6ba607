/**
 * What counts as trouble that followed: the customer repeated themselves, chased, asked for a manager, threatened to
 * leave, said it was not solved, or had to write again within seven days.
 *
 * A quality is never tried by the very signals its own rules read: a miss of responsiveness IS often a chase, so
 * "misses are followed by chases" would be true by definition. Those signals are left out of that quality's comparison,
 * for met and missed alike.
 */
import type { QualityId, signalKinds } from '@rapport/contract';
import type { ConversationFacts } from './focus-input.ts';

export type SignalKind = (typeof signalKinds)[number];

export const troubleKinds: readonly SignalKind[] = [
  'repeated',
  'chased',
  'asked-for-manager',
  'threatened-to-leave',
  'denied-resolved',
];

/** Everything a customer may say next that tells how a reply was taken; rules that read the reaction read all of it. */
const reaction: readonly SignalKind[] = troubleKinds;

/**
 * Signals that a quality's rules read after the reply when they judge it. Where they read the whole reaction only
 * "wrote again" is left to judge by.
 */
export const readByRules: Partial<Record<QualityId, readonly SignalKind[]>> = {
  'active-listening': reaction,
  patience: reaction,
  'problem-solving': reaction,
  knowledge: reaction,
  adaptability: reaction,
  communication: ['repeated'],
  responsiveness: ['chased'],
};

/** True where its rules read the whole reaction: how the customer feels next is then partly in the score itself. */
export const readsReaction = (quality: QualityId): boolean => readByRules[quality] === reaction;

/**
 * Did trouble follow after the quality was first called for?
 * @returns null when nothing that may count for this quality can be known of this conversation. A customer who may still
 *   write again (the data end too soon) counts as quiet where other signals can count, for met and missed alike.
 */
export function troubleFollowed(
  one: Pick<ConversationFacts, 'signals' | 'wroteAgain'>,
  quality: QualityId,
  calledAt: number,
): boolean | null {
  const left = readByRules[quality] ?? [];
  const counting = troubleKinds.filter((kind) => !left.includes(kind));
  if (one.wroteAgain === true) return true;
  if (counting.length === 0) return one.wroteAgain;
  return one.signals.some(({ kind, position }) => position > calledAt && counting.includes(kind));
}

/** Was anything observed at all by which an answer could be judged? */
export function hasObservation(one: ConversationFacts): boolean {
  return one.wroteAgain === true || one.signals.some(({ kind }) => troubleKinds.includes(kind));
}
