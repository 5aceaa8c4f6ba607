import { type IntakePlan, type PlanSpeaker, RapportError, requiredIntakeFields } from '@rapport/contract';
import { isKnownZone } from '@rapport/intake';
import type { SaidMapping } from '../store/imports.ts';

/**
 * Lays what a person said over the plan of the first look, and closes it: the file is then read.
 *
 * @throws RapportError `bad-request` while something that reading needs is open, or when it names what the file does not have
 */
export function applySaid(plan: IntakePlan | null, said: SaidMapping): IntakePlan {
  if (plan === null) throw new RapportError('conflict', { what: 'This file has not been looked at yet.' });
  const laid = laySaid(plan, said);
  if (laid.needsMapping.length > 0) {
    throw new RapportError('bad-request', {
      what: `No column is named for ${laid.needsMapping.join(' and ')}.`,
      why: 'Without them a row cannot be told to be a message.',
      wayOut: 'Choose the columns, or cancel and export the file again.',
    });
  }
  if (laid.needsTimeZone) {
    throw new RapportError('bad-request', {
      what: 'The times of this file carry no zone, and none was named.',
      why: 'Waiting times, days and hours would be wrong.',
      wayOut: 'Name the time zone, such as Europe/Berlin.',
    });
  }
  return { ...laid, dayFirstSure: true };
}

/**
 * The same, but what was not said stays open.
 *
 * @throws RapportError `bad-request` when it names a column, a zone or a speaker that is not known
 */
export function laySaid(plan: IntakePlan, said: SaidMapping): IntakePlan {
  // A column that a person has spoken of is what they say, and nothing besides.
  const spokenOf = new Set([...Object.values(said.mapping ?? {}), ...(said.ignored ?? [])]);
  const guessed = Object.entries(plan.mapping).filter(([, column]) => !spokenOf.has(column));
  const mapping = { ...Object.fromEntries(guessed), ...said.mapping };
  const columns = new Set(plan.columns.map(({ column }) => column));
  const unknown = Object.values(mapping).find((column) => !columns.has(column));
  if (plan.columns.length > 0 && unknown !== undefined) {
    throw new RapportError('bad-request', {
      what: `The file has no column “${unknown}”.`,
      wayOut: 'Choose one of its columns.',
    });
  }
  if (said.timeZone !== undefined && !isKnownZone(said.timeZone)) {
    throw new RapportError('bad-request', {
      what: `“${said.timeZone}” is no time zone that is known.`,
      wayOut: 'Write it like Europe/Berlin.',
    });
  }
  const missing = plan.format === 'csv' ? requiredIntakeFields.filter((field) => mapping[field] === undefined) : [];
  const scale = said.csatScale === undefined ? {} : { csatScale: said.csatScale, csatMin: null, csatMax: null };
  // A column that a person has only now named was not looked at: its scale is what they say, or not known.
  const effortScale = mapping.ces === undefined ? undefined : (said.effortScale ?? plan.effortScale ?? 'unknown');
  const hasTimes = plan.format !== 'csv' || mapping.sent_at !== undefined;
  const speakers = laySpeakers(plan.speakers, said);
  return {
    ...plan,
    mapping,
    ...scale,
    ...(effortScale === undefined ? {} : { effortScale }),
    needsMapping: missing,
    dayFirst: said.dayFirst ?? plan.dayFirst,
    dayFirstSure: said.dayFirst !== undefined || plan.dayFirstSure,
    timeZone: said.timeZone ?? plan.timeZone,
    needsTimeZone: plan.needsTimeZone && hasTimes && said.timeZone === undefined,
    ...(speakers === undefined ? {} : { speakers }),
  };
}

/** Whoever has looked at the list has looked at all of it: what they left as it was is no guess any more. */
function laySpeakers(speakers: PlanSpeaker[] | undefined, said: SaidMapping): PlanSpeaker[] | undefined {
  if (said.agents !== undefined) return layAgents(speakers ?? [], said.agents);
  if (speakers === undefined || said.speakers === undefined) return speakers;
  const roles = new Map(said.speakers.map(({ name, role }) => [name, role]));
  return speakers.map((one) => ({ ...one, role: roles.get(one.name) ?? one.role, sure: true }));
}

/** These and nobody else are the team; a bot stays a bot. */
function layAgents(speakers: readonly PlanSpeaker[], agents: readonly string[]): PlanSpeaker[] {
  const unknown = agents.find((agent) => !speakers.some(({ name }) => name === agent));
  if (unknown !== undefined) {
    const names = speakers.map(({ name }) => `“${name}”`).join(', ');
    throw new RapportError('bad-request', {
      what: `Nobody called “${unknown}” is among the speakers of this file.`,
      why: names === '' ? 'It says itself who wrote what, or names nobody.' : `They are ${names}.`,
      wayOut: names === '' ? 'Leave the name out.' : 'Write the name as the file does.',
    });
  }
  return speakers.map((one) => {
    if (agents.includes(one.name)) return { ...one, role: 'agent', sure: true };
    return { ...one, role: one.role === 'agent' ? 'customer' : one.role, sure: true };
  });
}
