/** A file of one text a line, plain or as .gz: strict UTF-8, with the number of each line; blank lines are left out. */
import { decodeText } from './decode-text.ts';
import { scanLines } from './json/scan-lines.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { FileRefused, makeProblem } from './problem.ts';
import type { OpenBytes } from './record.ts';
import { unpackFile } from './unpack/unpack-file.ts';

/** @throws {FileRefused} naming the line that is too long or not UTF-8, or the archive that is damaged */
export async function* readLines(
  open: OpenBytes,
  { fileName, limits = defaultLimits }: { fileName: string; limits?: IntakeLimits },
): AsyncGenerator<{ line: number; text: string }> {
  const plain = () => unpackFile(open, { encoding: 'utf-8', member: null }, { fileName, limits });
  for await (const { bytes, line } of scanLines(plain, { fromByte: 0, fromLine: 1, maxBytes: limits.itemBytes })) {
    const place = { file: fileName, line };
    if (bytes === null)
      throw new FileRefused(makeProblem('row-too-long', 'The line is longer than a line can be.', place));
    const text = decodeText(bytes);
    if (text === null) throw new FileRefused(makeProblem('bad-encoding', 'The line is not valid UTF-8.', place));
    yield { line, text };
  }
}
