/** `rapport label FILE`: what each sentence does and how each customer text feels, one JSON line out per line in. */
import { RapportError } from '@rapport/contract';
import { FileRefused, readLines } from '@rapport/intake';
import { labelText, type TextToLabel } from '@rapport/qualities/label-text';
import { shippedEmotions28 } from '@rapport/qualities/models/shipped-emotions28';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { openFile } from '../open-file.ts';
import { openProgressLine } from '../progress-line.ts';
import { refusal } from '../read-conversations.ts';
import { writeLine } from '../write-line.ts';

export function addLabel(program: Command): void {
  program
    .command('label')
    .argument('<file>', 'JSON lines {id, role: agent|customer|other, text, context?: [{role, text}]}; also .gz')
    .description('Label single texts with acts, emotion, politeness and hostility; text is never altered')
    .action(async (path: string) => {
      const file = openFile(path);
      const progress = openProgressLine();
      const emotions = await shippedEmotions28();
      try {
        for await (const { line, text } of readLines(file.open, { fileName: file.name })) {
          const { given, toLabel } = parseLine(text, line, file.name);
          await writeLine(JSON.stringify({ ...labelText(toLabel, undefined, emotions), id: given }));
          progress.show(`Labelling line ${line} …`);
        }
      } catch (error) {
        throw error instanceof FileRefused ? refusal([error.problem]) : error;
      }
      progress.end();
      process.exitCode = exitCodes.done;
    });
}

/**
 * `given` is the id as it stood there, a number or a string, so that lines in and out can be joined.
 *
 * @throws RapportError naming file and line: half a labelled file would shift every line after it.
 */
function parseLine(text: string, line: number, file: string): { given: string | number; toLabel: TextToLabel } {
  const refuse = (why: string) =>
    new RapportError('unreadable-file', {
      what: `${file}, line ${line}: ${why}`,
      wayOut: 'Mend the line and try again.',
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('this is not JSON.');
  }
  if (typeof value !== 'object' || value === null) throw refuse('an object is expected.');
  const { id, role, text: body, context } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw refuse('“id” is missing.');
  if (role !== 'agent' && role !== 'customer' && role !== 'other')
    throw refuse('“role” must be agent, customer or other.');
  if (typeof body !== 'string') throw refuse('“text” must be a string.');
  const before = Array.isArray(context) ? context.filter(isTurn) : [];
  return { given: id, toLabel: { id: String(id), role, text: body, context: before } };
}

function isTurn(one: unknown): one is { role: 'agent' | 'customer' | 'other'; text: string } {
  if (typeof one !== 'object' || one === null) return false;
  const { role, text } = one as Record<string, unknown>;
  return typeof text === 'string' && (role === 'agent' || role === 'customer' || role === 'other');
}
