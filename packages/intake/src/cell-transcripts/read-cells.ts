/** A table whose rows are whole conversations → one fragment a row, its cell split by speakers and times. */
import type { AuthorRole, IntakeField, IntakePlan, Message } from '@rapport/contract';
import { describeBroken } from '../csv/describe-broken.ts';
import { type RowPlan, type RowRead, readRow } from '../csv/read-row.ts';
import { scanRows } from '../csv/scan-rows.ts';
import { makeProblem } from '../problem.ts';
import type { ReadOptions } from '../read-options.ts';
import type { IntakeMessage, IntakeRecord, OpenBytes, ReadPosition } from '../record.ts';
import { guessSpeakers, isNameless } from '../transcripts/speaker-role.ts';
import { splitTurns } from '../transcripts/split-turns.ts';
import type { Turn } from '../transcripts/turn.ts';
import { createWarnOnce } from '../warn-once.ts';
import { createTurnClock } from './turn-clock.ts';

export async function* readCells(
  open: OpenBytes,
  plan: IntakePlan,
  o: ReadOptions & { seeTime?: (raw: string) => void },
): AsyncGenerator<IntakeRecord> {
  const header = plan.columns.map(({ column }) => column);
  const indexOf = new Map<IntakeField, number>();
  for (const [field, column] of Object.entries(plan.mapping)) {
    const index = header.indexOf(column);
    // The keys of the plan's mapping are intake fields by its schema; Object.entries forgets it.
    if (index >= 0) indexOf.set(field as IntakeField, index);
  }
  const hasId = indexOf.has('conversation_id');
  if (!hasId) indexOf.set('conversation_id', header.length);
  const rowPlan: RowPlan = { ...plan, indexOf };
  const timeColumn = indexOf.get('sent_at');
  const roles = new Map(plan.speakers?.filter(({ sure }) => sure).map((one) => [one.name, one.role]));
  const from: ReadPosition = o.startAt ?? { byte: 0, line: 1, units: 0 };
  const warnOnce = createWarnOnce(o.fileName);
  let { units } = from;
  let before = from;
  let isHeader = from.byte === 0;
  const scanned = { delimiter: plan.delimiter ?? ',', fromByte: from.byte, fromLine: from.line, limits: o.limits };
  for await (const rows of scanRows(open, scanned)) {
    for (const row of rows) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const read =
        describeBroken(row, header) ??
        readRow(
          hasId ? row.cells : [...row.cells.slice(0, header.length), `row-${row.line}`],
          row.line,
          rowPlan,
          o.limits,
        );
      if (!('message' in read)) {
        units += 1;
        const problem = makeProblem(read.code, read.reason, { file: o.fileName, line: row.line, column: read.column });
        before = { byte: row.endByte, line: row.endLine, units };
        yield { kind: 'problem', problem, after: before };
        continue;
      }
      for (const { code, column, value } of read.warnings) {
        const problem = warnOnce(code, value, { line: row.line, column });
        if (problem) yield { kind: 'problem', problem, after: before };
      }
      const sentAt = timeColumn === undefined ? '' : (row.cells[timeColumn] ?? '');
      if (sentAt !== '') o.seeTime?.(sentAt);
      const messages = splitCell(read, { sentAt, plan, roles, firstOrder: units, seeTime: o.seeTime });
      units += messages.length;
      const customer = messages.find(({ role }) => role === 'customer');
      const conversation = { ...read.conversation, customer: read.conversation.customer ?? (customer?.author || null) };
      before = { byte: row.endByte, line: row.endLine, units };
      yield {
        kind: 'fragment',
        conversation,
        messages,
        hasMessageIds: hasId,
        units: messages.length,
        line: row.line,
        after: before,
      };
    }
  }
}

interface CellContext {
  sentAt: string;
  plan: IntakePlan;
  roles: ReadonlyMap<string, AuthorRole>;
  firstOrder: number;
  seeTime: ((raw: string) => void) | undefined;
}

function splitCell({ message, conversation }: RowRead, o: CellContext): IntakeMessage[] {
  const turns = splitTurns(message.text);
  if (turns.length === 0)
    return [{ ...message, id: 'turn-1', role: 'system', roleGuessed: true, order: o.firstOrder + 1 }];
  const guesses = guessSpeakers(turns, 'customer');
  const clock = createTurnClock(turns, { sentAt: o.sentAt, at: message.at, plan: o.plan, seeTime: o.seeTime });
  return turns.map((turn, index) => {
    const { role, isSaid } = roleOf(turn, { guesses, roles: o.roles, assignee: conversation.assignee });
    const made: Message = {
      id: `turn-${index + 1}`,
      at: clock(turn, index),
      role,
      ...(isSaid ? {} : { roleGuessed: true }),
      author: turn.speaker,
      ...(isNameless(turn.speaker) && role === 'agent' ? { authorIsTeam: true } : {}),
      text: turn.text,
      visibility: message.visibility,
    };
    return { ...made, order: o.firstOrder + index + 1 };
  });
}

function roleOf(
  { speaker }: Turn,
  o: { guesses: ReturnType<typeof guessSpeakers>; roles: ReadonlyMap<string, AuthorRole>; assignee: string | null },
): { role: AuthorRole; isSaid: boolean } {
  const confirmed = o.roles.get(speaker);
  if (confirmed) return { role: confirmed, isSaid: true };
  const guess = o.guesses.get(speaker) ?? { role: 'system', isSaid: false };
  if (!guess.isSaid && o.assignee === speaker) return { role: 'agent', isSaid: false };
  return guess;
}
