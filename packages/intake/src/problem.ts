/** Every problem intake can name, with its severity and the way out. The reason is written where the problem is found. */
import { type IntakeProblem, RapportError } from '@rapport/contract';

const catalogue = {
  'empty-file': ['refused-file', 'Export the conversations again and check that the file is not empty.'],
  'no-rows': ['refused-file', 'Export again with at least one conversation in the chosen period.'],
  'unknown-format': [
    'refused-file',
    'Send CSV, JSON, a mailbox (mbox, .eml), a transcript or a chat export, plain, as .gz or inside a .zip.',
  ],
  'list-without-messages': ['refused-file', ''],
  'list-of-people': [
    'refused-file',
    'Send the conversations first; where they name people by number, Rapport asks for this list. Or put both into one zip.',
  ],
  'duplicate-column': ['refused-file', 'Rename one of the two columns, or leave one out of the export.'],
  'too-many-columns': ['refused-file', 'Export only the columns of the conversations.'],
  'too-large': ['refused-file', 'Split the export into several files, for example by month.'],
  'packed-too-much': ['refused-file', 'Unpack the file yourself, look at what is in it, and send it plain.'],
  'damaged-archive': ['refused-file', 'Download or pack the file again, and send it again.'],
  'encrypted-archive': ['refused-file', 'Unpack it with its password and send the file inside.'],
  'no-file-in-archive': ['refused-file', 'Pack CSV, JSONL, JSON, mbox, .eml, .vtt or .srt files.'],
  'too-many-members': ['refused-file', 'Send the one file with the conversations.'],
  'wrong-columns': [
    'refused-file',
    'Look at the file again from the start: its columns are not those that were confirmed.',
  ],
  'broken-json': ['refused-unit', 'Export again; the rest of the file cannot be told apart.'],
  truncated: ['refused-unit', 'The file ends too early: export or download it again.'],
  'bad-json': ['refused-unit', 'Correct this entry, or export it again.'],
  'json-too-deep': ['refused-unit', 'Export this entry without the nested extras.'],
  'forbidden-key': ['refused-unit', 'Remove the field; no helpdesk writes it.'],
  'not-a-conversation': ['refused-unit', 'Each entry must be a conversation with an id and messages.'],
  'not-a-message': ['refused-unit', 'Each message must be an object with a text.'],
  'no-conversation': ['refused-unit', 'Fill in the conversation id.'],
  'no-text': ['refused-unit', 'Give the message a text, also if it is empty.'],
  'empty-text': ['refused-unit', 'Nothing to do: there are no words to keep or to score.'],
  'left-out': ['refused-unit', 'Nothing to do: the helpdesk itself has taken it away or keeps it elsewhere.'],
  'bad-date': ['refused-unit', 'Write the time like 2026-01-31T09:30:00Z.'],
  'bad-encoding': ['refused-unit', 'Save the file as UTF-8 and send it again; good rows were kept.'],
  'nul-character': ['refused-unit', 'Remove the NUL character; it cannot be stored.'],
  'broken-character': ['refused-unit', 'Remove the half character (a lone surrogate); it cannot be stored.'],
  'cell-too-long': ['refused-unit', 'Shorten the text, or take the attachment out of it.'],
  'row-too-long': ['refused-unit', 'Shorten the row, or take the attachment out of it.'],
  'id-too-long': ['refused-unit', 'Use the id of the helpdesk.'],
  'name-too-long': ['refused-unit', 'Check that the columns are not shifted.'],
  'wrong-column-count': ['refused-unit', 'Put the cell that holds the delimiter into double quotes.'],
  'bad-quote': ['refused-unit', 'Double the quotes inside a quoted cell, like "She said ""hi"".".'],
  'unclosed-quote': ['refused-unit', 'Close the quoted cell with a double quote.'],
  'bad-mail': ['refused-unit', 'Export this mail again.'],
  'part-left-out': ['warning', 'Ask the sender for it in another form; the words of the mail itself were read.'],
  'unknown-role': ['warning', 'Correct these authors under “Who is who”; until then their words are not scored.'],
  'authors-by-number': [
    'warning',
    'Put the list of users beside it in a zip, or into the same file; or confirm the guesses under “Who is who”.',
  ],
  'ghost-rating': ['warning', 'Nothing to do; the answers of people are kept.'],
  'only-last-message': ['warning', 'Export each conversation with all its messages; a list holds only the last one.'],
  'unknown-field': ['warning', 'Nothing to do; the field is left out.'],
  'unknown-value': ['warning', 'Correct the value if it matters; it counts as not given.'],
  'no-time-zone': ['warning', 'Say the time zone of the export; until then these messages have no time.'],
} as const satisfies Record<string, readonly [IntakeProblem['severity'], string]>;

export type ProblemCode = keyof typeof catalogue;

export interface ProblemPlace {
  file: string;
  line?: number | null;
  column?: string | null;
  /** Units refused by it; a refused unit is one where nothing else is said. */
  units?: number;
  /** Only where the way out depends on the file. */
  wayOut?: string;
}

/** Makes a problem with its severity and way out from the catalogue. */
export function makeProblem(code: ProblemCode, reason: string, place: ProblemPlace): IntakeProblem {
  const [severity, wayOut] = catalogue[code];
  return {
    code,
    severity,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    reason,
    wayOut: place.wayOut ?? wayOut,
    units: place.units ?? (severity === 'refused-unit' ? 1 : 0),
  };
}

/** Thrown by `unpackFile` alone, where the bytes themselves cannot be had: a stream of bytes has no other way to say it. */
export class FileRefused extends RapportError {
  readonly problem: IntakeProblem;

  constructor(problem: IntakeProblem) {
    super('unreadable-file', { what: problem.reason, wayOut: problem.wayOut });
    this.name = 'FileRefused';
    this.problem = problem;
  }
}
