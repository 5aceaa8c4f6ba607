/** The lines of a text as it stands, blank ones too, with their numbers; a line that is no UTF-8 is null. */
import { decodeText } from '../decode-text.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';

export interface TextLine {
  text: string | null;
  line: number;
}

/** Longer lines are said to be unreadable; nobody writes a message of a megabyte without a line break. */
const longestLine = 2 ** 20;

export async function* readTextLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let line = 1;
  const take = (last: Uint8Array): TextLine => {
    const isLong = heldBytes + last.length > longestLine;
    const text = isLong ? null : decodeText(joinBytes([...held, last]));
    [held, heldBytes] = [[], 0];
    line += 1;
    return { text: text?.replace(/\r$/, '') ?? null, line: line - 1 };
  };
  for await (const chunk of regroupBytes(chunks)) {
    let at = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, at)) {
      yield take(chunk.subarray(at, end));
      at = end + 1;
    }
    heldBytes += chunk.length - at;
    if (heldBytes <= longestLine) held.push(chunk.slice(at));
    else held = [];
  }
  if (heldBytes > 0) yield take(new Uint8Array(0));
}
