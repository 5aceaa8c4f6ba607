/** Which domains agents write from, counted before their addresses are masked: most likely they are the team's own. */
import type { IntakeFormat } from '@rapport/contract';
import { type IntakeMessage, isFreeMail } from '@rapport/intake';

/**
 * @param format in a mailbox every role is a guess, made from the addresses that many people write to; elsewhere a
 *   guessed agent is too weak a witness
 */
export function countAgentDomains(
  messages: readonly IntakeMessage[],
  format: IntakeFormat,
  into: Map<string, number>,
): void {
  const isMailbox = format === 'mbox' || format === 'eml';
  for (const { role, roleGuessed, authorEmail } of messages) {
    if (role !== 'agent' || authorEmail === undefined || (roleGuessed && !isMailbox)) continue;
    const domain = /@([a-z0-9.-]{3,253})$/.exec(authorEmail.toLowerCase())?.[1];
    if (domain === undefined || isFreeMail(domain)) continue;
    into.set(domain, (into.get(domain) ?? 0) + 1);
  }
}
