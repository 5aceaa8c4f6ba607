/** Who speaks in a transcript, chat or mailbox: what was guessed, and what a person says instead. */
import type { AuthorRole, IntakePlan, PlanSpeaker } from '@rapport/contract';

/** A person, or a machine that answers in one's place; nobody confirms by hand what a file says of itself. */
export const speakerRoles = ['agent', 'customer', 'bot'] as const satisfies readonly AuthorRole[];

/** By name. */
export type SpeakerRoles = Readonly<Record<string, AuthorRole>>;

type WithSpeakers = Pick<IntakePlan, 'speakers'>;

/** True where a guess is to be confirmed before the file is read. */
export const asksForSpeakers = ({ speakers }: WithSpeakers): boolean => (speakers ?? []).some(({ sure }) => !sure);

/** Guesses first, and of those the agents: they decide who is scored. Then whoever spoke most. */
export const sortSpeakers = (speakers: readonly PlanSpeaker[]): PlanSpeaker[] =>
  [...speakers].sort((one, other) => rankOf(one) - rankOf(other) || other.turns - one.turns);

const rankOf = ({ sure, role }: PlanSpeaker): number => (sure ? 2 : 0) + (role === 'agent' ? 0 : 1);

export const rolesOf = ({ speakers }: WithSpeakers): SpeakerRoles =>
  Object.fromEntries((speakers ?? []).map(({ name, role }) => [name, role]));

/** True while the role is the machine's guess and nobody has chosen another. */
export const isStillGuess = (speaker: PlanSpeaker, roles: SpeakerRoles): boolean =>
  !speaker.sure && roles[speaker.name] === speaker.role;

/** What will come of it, in one sentence. */
export function whoIsScored(roles: SpeakerRoles): string {
  const agents = Object.entries(roles).flatMap(([name, role]) => (role === 'agent' ? [name] : []));
  if (agents.length === 0) return 'Nobody is an agent, so nothing will be scored.';
  if (agents.length > 3) return `${agents.length} of them are agents; what they wrote or said is scored.`;
  const last = agents.at(-1) ?? '';
  const names = agents.length === 1 ? last : `${agents.slice(0, -1).join(', ')} and ${last}`;
  return `What ${names} wrote or said is scored.`;
}
