/** What a person can say about a file that the file itself leaves open, as options of the commands that read one. */
import { type IntakePlan, RapportError } from '@rapport/contract';
import type { SaidMapping } from '@rapport/server/store/imports';
import type { Command } from 'commander';

export interface SaidOptions {
  timeZone?: string;
  dayFirst?: boolean;
  monthFirst?: boolean;
  agent?: string[];
}

export const addSaidOptions = (command: Command): Command =>
  command
    .option('--time-zone <zone>', 'zone of times that carry none, such as Europe/Berlin')
    .option('--day-first', 'read 3/4/2026 as 3 April')
    .option('--month-first', 'read 3/4/2026 as March 4')
    .option(
      '--agent <name>',
      'transcripts and chats: who of the speakers is an agent; may be given again, and everybody else then is none',
      (name: string, names: string[] | undefined) => [...(names ?? []), name],
    );

/** @throws RapportError `bad-request` when two options contradict each other */
export function toSaid({ timeZone, dayFirst, monthFirst, agent }: SaidOptions): SaidMapping {
  if (dayFirst && monthFirst) {
    throw new RapportError('bad-request', { what: 'Say either --day-first or --month-first, not both.' });
  }
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(dayFirst || monthFirst ? { dayFirst: dayFirst === true } : {}),
    ...(agent === undefined ? {} : { agents: agent }),
  };
}

/** What a plan still leaves open, as sentences that each name the option that says it. */
export function whatIsOpen(plan: IntakePlan): string[] {
  const open: string[] = [];
  if (plan.needsMapping.length > 0) {
    const columns = plan.columns.map(({ column }) => `“${column}”`).join(', ');
    open.push(`No column was found for ${plan.needsMapping.join(' and ')}; its columns are ${columns}.`);
  }
  if (plan.needsTimeZone) open.push('Its times carry no zone: say --time-zone Europe/Berlin, or whichever it was.');
  if (plan.dayFirst !== null && !plan.dayFirstSure) {
    open.push('Its dates can be read in two ways: say --day-first (3/4 is 3 April) or --month-first (3/4 is March 4).');
  }
  return open;
}

/** Who was taken for an agent without the file saying so; null where nobody was. */
export function describeGuessedAgents(plan: IntakePlan): string | null {
  const guessed = (plan.speakers ?? []).filter(({ role, sure }) => role === 'agent' && !sure);
  if (guessed.length === 0) return null;
  const names = guessed.map(({ name }) => `“${name}”`).join(', ');
  return `Taken for agents, as a guess: ${names}. --agent NAME says otherwise.`;
}
