/** Reading a file: what was understood, what was refused, and what a person must still say. */
import { z } from 'zod';
import { authorRole } from './conversation.ts';

export const intakeFields = [
  'conversation_id',
  'message_id',
  'sent_at',
  'author_role',
  'author_name',
  'author_id',
  'author_email',
  'channel',
  'subject',
  'body',
  'csat',
  'csat_max',
  'nps',
  'ces',
  'visibility',
  'tags',
  'status',
  'assignee',
  'resolved',
  'language',
] as const;
export type IntakeField = (typeof intakeFields)[number];
export const requiredIntakeFields = ['conversation_id', 'body'] as const;

export const intakeFormats = [
  ...(['csv', 'jsonl', 'json', 'mbox', 'eml'] as const),
  ...(['vtt', 'srt', 'transcript', 'cell-transcripts', 'whatsapp', 'telegram', 'slack'] as const),
  ...(['zendesk', 'intercom', 'chatwoot', 'libredesk', 'zammad', 'request-tracker', 'freshdesk'] as const),
  ...(['help-scout', 'convokit'] as const),
] as const;
export const intakeFormat = z.enum(intakeFormats);
export type IntakeFormat = z.infer<typeof intakeFormat>;

export const intakeProblem = z.object({
  code: z.string().describe('Closed word for the kind of problem, such as bad-date, no-conversation, duplicate-column'),
  severity: z.enum(['refused-file', 'refused-unit', 'warning']),
  file: z.string(),
  line: z.int().nullable().describe('Physical line, counted from 1'),
  column: z.string().nullable(),
  reason: z.string(),
  wayOut: z.string(),
  units: z.int().describe('How many units (rows or messages) were refused by it'),
});
export type IntakeProblem = z.infer<typeof intakeProblem>;

export const columnGuess = z.object({
  column: z.string(),
  field: z.enum(intakeFields).nullable(),
  sure: z.boolean(),
  samples: z.array(z.string()),
});

export const planSpeaker = z.object({
  name: z.string().describe('As in the file'),
  role: authorRole,
  sure: z.boolean().describe('False when the role is a guess, to be shown for confirmation'),
  turns: z.int(),
  sample: z.string().describe('The start of something they said'),
});
export type PlanSpeaker = z.infer<typeof planSpeaker>;

export const csatScales = ['1-5', '0-10', '0-100', 'good-bad', 'emoji', 'unknown'] as const;
/** Answers about effort, from the hardest to the easiest: forms ask both ways round, and the numbers do not say which. */
export const effortScales = ['1-7', '7-1', '1-5', '5-1', 'unknown'] as const;
export type EffortScale = (typeof effortScales)[number];

export const intakePlan = z.object({
  format: intakeFormat,
  member: z.string().nullable().describe('Name inside a zip, or null'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.string().nullable(),
  columns: z.array(columnGuess),
  mapping: z.partialRecord(z.enum(intakeFields), z.string()).describe('field → column name'),
  needsMapping: z.array(z.enum(intakeFields)).describe('Required fields nobody could guess'),
  dayFirst: z.boolean().nullable().describe('1/2/2026: day first? Null when no such dates are there'),
  dayFirstSure: z.boolean(),
  timeZone: z.string().nullable().describe('IANA zone for times without one; null until a person says'),
  needsTimeZone: z.boolean(),
  csatScale: z.enum(csatScales),
  csatMin: z.number().nullable(),
  csatMax: z.number().nullable(),
  effortScale: z
    .enum(effortScales)
    .optional()
    .describe('Of the column about effort, hardest to easiest; there only where a column holds it'),
  units: z.int().nullable().describe('Rows or messages, when the first look read the whole file'),
  conversations: z.int().nullable(),
  headline: z.string().describe('One sentence on what this file is'),
  speakers: z
    .array(planSpeaker)
    .optional()
    .describe('Who speaks in a transcript or chat export; a person may correct the roles before it is read'),
  asksForPeople: z
    .boolean()
    .optional()
    .describe('True where authors are numbers: the helpdesk’s list of people, as a second file, would name them'),
  knownPeople: z.int().optional().describe('How many people a second file has named'),
});
export type IntakePlan = z.infer<typeof intakePlan>;

export const maskKinds = ['card', 'iban', 'key', 'email', 'phone', 'national-id'] as const;
export type MaskKind = (typeof maskKinds)[number];
export const maskCounts = z.record(z.enum(maskKinds), z.int());
export type MaskCounts = z.infer<typeof maskCounts>;
export const noMasks: MaskCounts = { card: 0, iban: 0, key: 0, email: 0, phone: 0, 'national-id': 0 };
