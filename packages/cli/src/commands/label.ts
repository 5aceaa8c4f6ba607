/** `rapport label FILE`: what each sentence does and how each customer text feels, one JSON line out per line in. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { RapportError } from '@rapport/contract';
import { labelText, type TextToLabel } from '@rapport/qualities/label-text';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { openFile } from '../open-file.ts';
import { openProgressLine } from '../progress-line.ts';
import { writeLine } from '../write-line.ts';

export function addLabel(program: Command): void {
  program
    .command('label')
    .argument('<file>', 'JSON lines {id, role: agent|customer|other, text, context?: [{role, text}]}; also .gz')
    .description('Label single texts with acts, emotion, politeness and hostility; text is never altered')
    .action(async (path: string) => {
      const file = openFile(path);
      const progress = openProgressLine();
      const bytes = createReadStream(file.path);
      const input = file.name.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
      let line = 0;
      for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        line += 1;
        if (text.trim() === '') continue;
        await writeLine(JSON.stringify(labelText(parseLine(text, line, file.name))));
        progress.show(`Labelling line ${line} …`);
      }
      progress.end();
      process.exitCode = exitCodes.done;
    });
}

/** @throws RapportError naming file and line: half a labelled file would shift every line after it. */
function parseLine(text: string, line: number, file: string): TextToLabel {
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
  return { id: String(id), role, text: body, context: before };
}

function isTurn(one: unknown): one is { role: 'agent' | 'customer' | 'other'; text: string } {
  if (typeof one !== 'object' || one === null) return false;
  const { role, text } = one as Record<string, unknown>;
  return typeof text === 'string' && (role === 'agent' || role === 'customer' || role === 'other');
}
