/** The first look at a CSV file: its columns, and what only the whole of a column can tell. */
import type { EffortScale, IntakeField, IntakePlan, IntakeProblem } from '@rapport/contract';
import { findBadCharacter } from '../decode-text.ts';
import { excerpt } from '../excerpt.ts';
import { createScaleGuesser } from '../fields/guess-csat-scale.ts';
import { createEffortGuesser } from '../fields/read-asked.ts';
import { readRole } from '../fields/read-role.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import { listWithoutMessages } from '../list-without-messages.ts';
import { makeProblem } from '../problem.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { plainName, ticketListNames } from './column-synonyms.ts';
import { guessColumns, mappingOf } from './guess-columns.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { type CsvRow, scanRows } from './scan-rows.ts';

export type CsvLook = Omit<IntakePlan, 'format' | 'member' | 'encoding' | 'headline'>;

const samplesShown = 5;

export async function lookAtCsv(
  open: OpenBytes,
  o: { fileName: string; limits: IntakeLimits; whole: boolean },
): Promise<{ look: CsvLook } | { refused: IntakeProblem[] }> {
  const head = await takeHead(open);
  const delimiter = guessDelimiter(head);
  const openLooked: OpenBytes = o.whole ? open : (fromByte = 0) => once(head, fromByte);
  let header: string[] | null = null;
  let columns: CsvLook['columns'] = [];
  let mapping: CsvLook['mapping'] = {};
  let tally: Tally | null = null;
  const first: string[][] = [];
  for await (const rows of scanRows(openLooked, { delimiter, fromByte: 0, fromLine: 1, limits: o.limits })) {
    for (const row of rows) {
      if (header === null) {
        const refused = checkHeader(row, o.fileName);
        if (refused) return { refused: [refused] };
        header = row.cells;
        continue;
      }
      if (tally === null && first.length < 200) {
        first.push(row.cells);
        continue;
      }
      tally ??= start(header);
      tally.add(row.cells);
    }
  }
  if (header === null) return { refused: [makeProblem('empty-file', 'The file is empty.', { file: o.fileName })] };
  if (first.length === 0) {
    const reason = 'The file has a row of column names and no other row.';
    return { refused: [makeProblem('no-rows', reason, { file: o.fileName, line: 1 })] };
  }
  tally ??= start(header);
  const counted = tally.result();
  if (isTicketList(columns, counted, first.length)) return { refused: [listWithoutMessages(o.fileName, 1)] };
  return {
    look: {
      delimiter,
      columns,
      mapping,
      needsMapping: (['conversation_id', 'body'] as const).filter((field) => mapping[field] === undefined),
      dayFirst: counted.times.dayFirst,
      dayFirstSure: counted.times.dayFirstSure,
      timeZone: null,
      needsTimeZone: counted.times.needsTimeZone,
      ...counted.scale,
      ...(mapping.ces === undefined ? {} : { effortScale: counted.effort }),
      units: o.whole ? counted.rows : null,
      conversations: o.whole && mapping.conversation_id !== undefined ? counted.conversations : null,
    },
  };

  function start(names: readonly string[]): Tally {
    columns = guessColumns(names, first.slice(0, samplesShown));
    withoutFalseRole(columns, names, first);
    mapping = mappingOf(columns);
    const created = createTally(names, mapping);
    for (const cells of first) created.add(cells);
    return created;
  }
}

async function* once(bytes: Uint8Array, fromByte: number): AsyncGenerator<Uint8Array> {
  // A head may end inside a row; what follows its last line end is no row to judge by.
  const end = bytes.lastIndexOf(0x0a);
  yield bytes.subarray(fromByte, end > 0 ? end + 1 : bytes.length);
}

function checkHeader(row: CsvRow, file: string): IntakeProblem | null {
  const place = { file, line: row.line };
  if (row.broken) {
    const code = row.broken.code === 'wrong-column-count' ? 'too-many-columns' : 'unknown-format';
    return makeProblem(code, 'The row of column names cannot be read.', place);
  }
  if (row.cells.some((cell) => findBadCharacter(cell) !== null))
    return makeProblem('unknown-format', 'The row of column names holds a character that cannot be stored.', place);
  const seen = new Set<string>();
  for (const name of row.cells.map((cell) => cell.trim().toLowerCase())) {
    if (name !== '' && seen.has(name)) {
      const reason = `The column “${excerpt(name, 80)}” is there twice, so that nobody can tell which one counts.`;
      return makeProblem('duplicate-column', reason, { ...place, column: excerpt(name, 80) });
    }
    seen.add(name);
  }
  return null;
}

/** A role column whose words are no roles is no role column; people name a column of names "sender_type" too. */
function withoutFalseRole(columns: CsvLook['columns'], names: readonly string[], rows: readonly string[][]): void {
  const guess = columns.find(({ field }) => field === 'author_role');
  if (!guess) return;
  const index = names.indexOf(guess.column);
  const words = rows.map((row) => row[index] ?? '').filter((word) => word.trim() !== '');
  if (words.length === 0 || words.filter((word) => readRole(word) !== null).length * 2 >= words.length) return;
  const hasName = columns.some(({ field }) => field === 'author_name');
  guess.field = hasName ? null : 'author_name';
  guess.sure = false;
}

interface Tally {
  add(cells: readonly string[]): void;
  result(): {
    rows: number;
    conversations: number;
    times: ReturnType<ReturnType<typeof createTimeTally>['result']>;
    scale: ReturnType<ReturnType<typeof createScaleGuesser>['guess']>;
    effort: EffortScale;
  };
}

function createTally(names: readonly string[], mapping: CsvLook['mapping']): Tally {
  const indexOf = (field: IntakeField): number => names.indexOf(mapping[field] ?? '\0');
  const fields = ['conversation_id', 'sent_at', 'csat', 'csat_max', 'ces'] as const;
  const [id, time, csat, top, ces] = fields.map(indexOf);
  const conversations = new Set<string>();
  const times = createTimeTally();
  const scale = createScaleGuesser();
  const effort = createEffortGuesser();
  let rows = 0;
  let last: string | undefined;
  return {
    add(cells) {
      rows += 1;
      const conversation = cells[id ?? -1];
      // Rows of a conversation are mostly neighbours.
      if (conversation && conversation !== last) conversations.add(conversation.trim());
      last = conversation;
      times.add(cells[time ?? -1] ?? '');
      const answer = cells[csat ?? -1];
      if (answer) scale.add(answer, Number(cells[top ?? -1] || Number.NaN) || null);
      effort.add(cells[ces ?? -1] ?? '');
    },
    result: () => ({
      rows,
      conversations: conversations.size,
      times: times.result(),
      scale: scale.guess(),
      effort: effort.guess(),
    }),
  };
}

/** One row a ticket, and nothing in it that anybody wrote, or at most the ticket's first description. */
function isTicketList(
  columns: CsvLook['columns'],
  counted: { rows: number; conversations: number },
  rows: number,
): boolean {
  const ticketColumns = columns.filter(({ column }) => ticketListNames.has(plainName(column))).length;
  const body = columns.find(({ field }) => field === 'body');
  const hasId = columns.some(({ field }) => field === 'conversation_id');
  const hasRole = columns.some(({ field }) => field === 'author_role');
  if (!hasId || ticketColumns < 2) return false;
  if (!body) return true;
  const isOneRowEach = counted.conversations === counted.rows && rows > 1;
  return isOneRowEach && !hasRole && /descri/i.test(body.column);
}
