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

/** Signals that a quality's rules read when they judge it; kept beside the rules' own pages in the docs. */
export const readByRules: Partial<Record<QualityId, readonly SignalKind[]>> = {
  responsiveness: ['chased'],
  'problem-solving': ['denied-resolved'],
  adaptability: ['denied-resolved', 'repeated'],
  'active-listening': ['repeated'],
  patience: ['repeated'],
};

/**
 * Did trouble follow after the quality was first called for?
 * A customer who may still write again (data ends too soon) counts as quiet, for met and missed alike.
 */
export function troubleFollowed(one: ConversationFacts, quality: QualityId, calledAt: number): boolean {
  const left = readByRules[quality] ?? [];
  const said = one.signals.some(
    ({ kind, position }) => position > calledAt && troubleKinds.includes(kind) && !left.includes(kind),
  );
  return said || one.wroteAgain === true;
}

/** Was anything observed at all by which an answer could be judged? */
export function hasObservation(one: ConversationFacts): boolean {
  return one.wroteAgain === true || one.signals.some(({ kind }) => troubleKinds.includes(kind));
}

/**
 * Where most customers write every week anyway (a regulars' shop, a test panel), writing again says nothing about the
 * service: above this share it is left out of trouble, and the answer says so.
 */
export const regularsShare = 0.5;

export function writeAgainAnyway(conversations: readonly ConversationFacts[]): boolean {
  const known = conversations.filter((one) => one.wroteAgain !== null);
  return known.length > 0 && known.filter((one) => one.wroteAgain).length / known.length > regularsShare;
}

/** The facts as trouble is judged on: without "wrote again" where customers are regulars. */
export function withoutRegulars(conversations: readonly ConversationFacts[]): readonly ConversationFacts[] {
  if (!writeAgainAnyway(conversations)) return conversations;
  return conversations.map((one) => (one.wroteAgain === null ? one : { ...one, wroteAgain: null }));
}
