/** What a person has said about the columns of a file, and whether it is enough to read it. */
import {
  type csatScales,
  type EffortScale,
  type IntakeField,
  type IntakePlan,
  requiredIntakeFields,
} from '@rapport/contract';
import { fieldWords } from './field-words.ts';
import { asksForSpeakers, rolesOf, type SpeakerRoles } from './speaker-choice.ts';

export type CsatScale = (typeof csatScales)[number];

export interface MappingChoice {
  /** field → column, as it is sent. */
  mapping: Partial<Record<IntakeField, string>>;
  dayFirst: boolean | null;
  timeZone: string | null;
  csatScale: CsatScale;
  effortScale: EffortScale;
  /** Who the speakers are; empty where the file names none. */
  roles: SpeakerRoles;
}

/** Starts from what was guessed; a guessed day order counts, a time zone is never taken silently. */
export const choiceFrom = (plan: IntakePlan): MappingChoice => ({
  mapping: { ...plan.mapping },
  dayFirst: plan.dayFirst,
  timeZone: plan.timeZone,
  csatScale: plan.csatScale,
  effortScale: plan.effortScale ?? 'unknown',
  roles: rolesOf(plan),
});

/** What a person is asked first, as a heading. */
export function mappingTitle(plan: IntakePlan): string {
  if (plan.format === 'csv') return 'Which column is what?';
  if (plan.asksForPeople || plan.knownPeople) return 'Who are these numbers?';
  if (asksForSpeakers(plan)) return isMail(plan) ? 'Which of these are yours?' : 'Who is the agent?';
  return plan.needsTimeZone ? 'Whose clock was it?' : 'Which way round are the dates?';
}

/** In a mailbox its own addresses are asked about, not people. */
export const isMail = ({ format }: Pick<IntakePlan, 'format'>): boolean => format === 'mbox' || format === 'eml';

export const fieldOf = (choice: Pick<MappingChoice, 'mapping'>, column: string): IntakeField | null =>
  fieldsOf(choice.mapping).find((field) => choice.mapping[field] === column) ?? null;

/** One column holds one field, and one field stands in one column: the last choice wins over both. */
export function withField(choice: MappingChoice, column: string, field: IntakeField | null): MappingChoice {
  const kept = fieldsOf(choice.mapping).filter((one) => choice.mapping[one] !== column && one !== field);
  const mapping: MappingChoice['mapping'] = {};
  for (const one of kept) mapping[one] = choice.mapping[one] ?? '';
  return { ...choice, mapping: field === null ? mapping : { ...mapping, [field]: column } };
}

/** Why the file cannot be read with this choice yet, as one sentence; null when it can. */
export function whatIsMissing(choice: MappingChoice, plan: IntakePlan): string | null {
  const isTable = plan.format === 'csv';
  const absent = isTable ? requiredIntakeFields.filter((field) => choice.mapping[field] === undefined) : [];
  if (absent.length > 0) return `Still to say: ${absent.map((field) => fieldWords[field].toLowerCase()).join(' and ')}`;
  const hasTimes = !isTable || choice.mapping.sent_at !== undefined;
  if (plan.needsTimeZone && hasTimes && !choice.timeZone) return 'Still to say: the time zone';
  return null;
}

/** The body of `confirmMapping`: only what was asked or known. */
export function toConfirm(choice: MappingChoice, plan: Pick<IntakePlan, 'columns'>) {
  const ignored = plan.columns.map(({ column }) => column).filter((column) => fieldOf(choice, column) === null);
  const speakers = Object.entries(choice.roles).map(([name, role]) => ({ name, role }));
  return {
    mapping: choice.mapping,
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(choice.dayFirst === null ? {} : { dayFirst: choice.dayFirst }),
    ...(choice.timeZone === null ? {} : { timeZone: choice.timeZone }),
    ...(choice.mapping.csat === undefined ? {} : { csatScale: choice.csatScale }),
    ...(choice.mapping.ces === undefined ? {} : { effortScale: choice.effortScale }),
    ...(speakers.length === 0 ? {} : { speakers }),
  };
}

// Object.keys forgets that the keys of a mapping are fields.
const fieldsOf = (mapping: MappingChoice['mapping']): IntakeField[] => Object.keys(mapping) as IntakeField[];
