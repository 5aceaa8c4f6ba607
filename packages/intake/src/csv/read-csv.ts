/** CSV with one message a row → fragments. Neighbouring rows of a conversation travel together. */
import type { IntakeField, IntakePlan, IntakeProblem } from '@rapport/contract';
import { guessRole } from '../fields/read-role.ts';
import { mergeHeads } from '../merge-conversation.ts';
import { makeProblem } from '../problem.ts';
import type { ReadOptions } from '../read-options.ts';
import type { Fragment, IntakeRecord, OpenBytes, ReadPosition } from '../record.ts';
import { createWarnOnce } from '../warn-once.ts';
import { describeBroken } from './describe-broken.ts';
import { type RowPlan, type RowRead, readRow } from './read-row.ts';
import { type CsvRow, scanRows } from './scan-rows.ts';

const rowsInFragment = 500;

export async function* readCsv(open: OpenBytes, plan: IntakePlan, o: ReadOptions): AsyncGenerator<IntakeRecord> {
  const header = plan.columns.map(({ column }) => column);
  const indexOf = new Map<IntakeField, number>();
  for (const [field, column] of Object.entries(plan.mapping)) {
    const index = header.indexOf(column);
    // The keys of the plan's mapping are intake fields by its schema; Object.entries forgets it.
    if (index >= 0) indexOf.set(field as IntakeField, index);
  }
  const rowPlan: RowPlan = { ...plan, indexOf };
  // Who wrote first is only known from the beginning, so without a role column the rows before are read again.
  const firstAuthors = indexOf.has('author_role') ? null : new Map<string, string>();
  const startByte = o.startAt?.byte ?? 0;
  const from: ReadPosition = o.startAt && firstAuthors === null ? o.startAt : { byte: 0, line: 1, units: 0 };
  const warnOnce = createWarnOnce(o.fileName);
  const { fileName: file, limits } = o;

  let units = from.units;
  let isHeader = from.byte === 0;
  let fragment: Fragment | null = null;
  let warnings: IntakeProblem[] = [];
  let place: ReadPosition = o.startAt ?? from;

  function* flush(): Generator<IntakeRecord> {
    if (!fragment) return;
    for (const problem of warnings) yield { kind: 'problem', problem, after: place };
    yield fragment;
    place = fragment.after;
    [fragment, warnings] = [null, []];
  }

  const scanned = scanRows(open, {
    delimiter: plan.delimiter ?? ',',
    fromByte: from.byte,
    fromLine: from.line,
    limits,
  });
  for await (const rows of scanned) {
    for (const row of rows) {
      if (isHeader) {
        isHeader = false;
        if (isSameHeader(row, header)) continue;
        const reason = 'The columns are not those of the first look.';
        const after = { byte: row.endByte, line: row.endLine, units };
        yield { kind: 'problem', problem: makeProblem('wrong-columns', reason, { file, line: row.line }), after };
        return;
      }
      units += 1;
      const after = { byte: row.endByte, line: row.endLine, units };
      const broken = describeBroken(row, header);
      const read = broken ?? readRow(row.cells, units, rowPlan, limits);
      if ('message' in read && read.needsRole) guess(read, firstAuthors, o.ownDomains);
      if (row.endByte <= startByte) continue;
      if (!('message' in read)) {
        yield* flush();
        const problem = makeProblem(read.code, read.reason, { file, line: row.line, column: read.column });
        yield { kind: 'problem', problem, after };
        place = after;
        continue;
      }
      if (fragment && (fragment.conversation.id !== read.conversation.id || fragment.units >= rowsInFragment)) {
        yield* flush();
      }
      fragment = addRow(fragment, read, { order: units, line: row.line, after });
      for (const { code, column, value } of read.warnings) {
        const problem = warnOnce(code, value, { line: row.line, column });
        if (problem) warnings.push(problem);
      }
    }
  }
  yield* flush();
}

const isSameHeader = (row: CsvRow, header: readonly string[]): boolean =>
  row.broken === null && row.cells.length === header.length && row.cells.every((cell, i) => cell === header[i]);

function addRow(
  fragment: Fragment | null,
  read: RowRead,
  place: { order: number; line: number; after: ReadPosition },
): Fragment {
  const message = { ...read.message, order: place.order };
  if (!fragment) {
    return {
      kind: 'fragment',
      conversation: read.conversation,
      messages: [message],
      hasMessageIds: read.hasMessageId,
      units: 1,
      line: place.line,
      after: place.after,
    };
  }
  fragment.messages.push(message);
  fragment.conversation = mergeHeads(fragment.conversation, read.conversation);
  fragment.hasMessageIds &&= read.hasMessageId;
  fragment.units += 1;
  fragment.after = place.after;
  return fragment;
}

/** Fills in the role of an author the file does not describe; it stays marked as guessed. */
function guess(read: RowRead, firstAuthors: Map<string, string> | null, ownDomains: readonly string[]): void {
  const { message, conversation } = read;
  let isFirstAuthor: boolean | null = null;
  if (firstAuthors) {
    const key = message.authorId ?? message.authorEmail ?? message.author;
    const first = firstAuthors.get(conversation.id);
    if (first === undefined) firstAuthors.set(conversation.id, key);
    isFirstAuthor = key === '' ? null : first === undefined || first === key;
  }
  message.role = guessRole(message, { assignee: conversation.assignee, ownDomains, isFirstAuthor });
  if (message.role === 'customer') {
    conversation.customer = message.authorId ?? (message.author || null);
  }
}
