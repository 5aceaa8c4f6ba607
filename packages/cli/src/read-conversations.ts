/** A file on the command line → conversations in memory, exactly as written; nothing is masked and nothing stored. */
import { type Conversation, type IntakePlan, type IntakeProblem, RapportError } from '@rapport/contract';
import { gatherConversations, type IntakeRecord, lookAtFile, readRecords, unpackFile } from '@rapport/intake';
import { laySaid } from '@rapport/server/jobs/apply-said';
import type { SaidMapping } from '@rapport/server/store/imports';
import { openFile } from './open-file.ts';
import type { ProgressLine } from './progress-line.ts';
import { describeGuessedAgents } from './said-options.ts';

/** For the help of every command that takes a file. */
export const fileKinds =
  'a table (CSV), JSON, a helpdesk’s export, mbox or .eml, a chat export, a call transcript; also .gz and .zip';

export interface ReadFile {
  name: string;
  /** What the file was taken for, and what had to be assumed; for stderr. */
  notes: string[];
  conversations: Conversation[];
  problems: IntakeProblem[];
  counts: { units: number; accepted: number; duplicate: number; rejected: number };
}

export interface ReadFileOptions {
  /** What a person says beside the file; times without a zone are UTC where nobody says. */
  said: SaidMapping;
  progress: ProgressLine;
}

/** @throws RapportError `unreadable-file` with the way out when nothing of the file can be used. */
export async function readConversations(path: string, { said, progress }: ReadFileOptions): Promise<ReadFile> {
  const file = openFile(path);
  progress.show(`Looking at ${file.name} …`);
  const look = await lookAtFile(file.open, { fileName: file.name, whole: true });
  if ('refused' in look) throw refusal(look.refused);
  const plan = laySaid(look.plan, said);
  if (plan.needsMapping.length > 0) {
    throw new RapportError('unreadable-file', {
      what: `${file.name}: no column was found for ${plan.needsMapping.join(', ')}.`,
      why: `Its columns are ${plan.columns.map(({ column }) => `“${column}”`).join(', ')}.`,
      wayOut: 'Rename the column, or import the file on the page, where columns can be assigned by hand.',
    });
  }
  const zoned = plan.needsTimeZone ? { ...plan, timeZone: 'UTC', needsTimeZone: false } : plan;
  const plain = () => unpackFile(file.open, plan, { fileName: file.name });
  const records = readRecords(plain, zoned, { fileName: file.name });
  const gathered = await gatherConversations(showing(records, file.name, progress));
  progress.end();
  // A rating without its own top is read on the scale guessed over the whole column.
  const conversations = gathered.conversations.map((one) =>
    one.csatRaw !== null && one.csatMax === null && plan.csatMax !== null ? { ...one, csatMax: plan.csatMax } : one,
  );
  return { name: file.name, notes: describePlan(plan), ...gathered, conversations };
}

async function* showing(records: AsyncIterable<IntakeRecord>, name: string, progress: ProgressLine) {
  for await (const record of records) {
    progress.show(`Reading ${name}, line ${record.after.line} …`);
    yield record;
  }
}

/** Nothing is converted, left out or assumed in silence. */
function describePlan(plan: IntakePlan): string[] {
  const notes = [plan.headline];
  if (plan.needsTimeZone) notes.push('Its times carry no zone and are read as UTC; --time-zone says otherwise.');
  if (plan.dayFirst !== null && !plan.dayFirstSure) {
    const [now, other] = plan.dayFirst ? ['day', 'month'] : ['month', 'day'];
    notes.push(`Its dates can be read in two ways and are read ${now} first; --${other}-first says otherwise.`);
  }
  const guessed = describeGuessedAgents(plan);
  return guessed === null ? notes : [...notes, guessed];
}

/** A file that cannot be used at all, as an error that names the place, the reason and the way out. */
export function refusal(problems: readonly IntakeProblem[]): RapportError {
  const [first] = problems;
  return new RapportError('unreadable-file', {
    what: first
      ? `${first.file}${first.line === null ? '' : `, line ${first.line}`}: ${first.reason}`
      : 'The file cannot be read.',
    wayOut: first?.wayOut ?? '',
  });
}

/** Problems as lines for stderr: file, line, column, reason, way out. At most `most`, then a count. */
export function describeProblems(problems: readonly IntakeProblem[], most = 20): string[] {
  const lines = problems.slice(0, most).map(({ file, line, column, reason, wayOut }) => {
    const place = [file, line === null ? null : `line ${line}`, column === null ? null : `column “${column}”`];
    return `${place.filter((one) => one !== null).join(', ')}: ${reason} ${wayOut}`.trim();
  });
  return problems.length > most ? [...lines, `… and ${problems.length - most} more.`] : lines;
}
