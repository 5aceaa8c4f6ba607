/** The entries of one or more files of JSON, whatever packs them: lists, pages of an API, or one entry a line. */
import { decodeText } from '../decode-text.ts';
import { findContainer } from '../json/find-container.ts';
import { parseJson } from '../json/parse-json.ts';
import { isObject, type JsonObject } from '../json/pick.ts';
import { scanItems } from '../json/scan-items.ts';
import { scanLines } from '../json/scan-lines.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import type { ArticleLimits } from './article-limits.ts';

export interface JsonMember {
  name: string;
  open: OpenBytes;
}

export type ArticleEntry = { file: string; line: number } & (
  | { value: JsonObject }
  | { reason: string; wayOut: string }
);

/** Names of the lists in which articles, and what stands beside them, come. */
const ownLists = ['articles', 'data', 'sections', 'categories', 'user_segments', 'collections'];

export async function* readEntries(
  { name: file, open }: JsonMember,
  limits: ArticleLimits,
): AsyncGenerator<ArticleEntry> {
  const container = findContainer(await takeHead(open), ownLists);
  const from = { fromByte: 0, fromLine: 1, maxBytes: limits.itemBytes };
  const scanned =
    container === 'lines' ? scanLines(open, from) : scanItems(open, { ...from, container, names: ownLists });
  for await (const { bytes, line, ...rest } of scanned) {
    const place = { file, line };
    const broken = 'broken' in rest ? rest.broken : null;
    if (bytes === null) {
      const isLong = broken === null || broken === 'row-too-long';
      yield isLong
        ? {
            ...place,
            reason: 'The entry is longer than an article can be.',
            wayOut: 'Take the pictures out of its text.',
          }
        : { ...place, ...brokenWords };
      continue;
    }
    const text = decodeText(bytes);
    const parsed = text === null ? null : parseJson(text, limits.jsonDepth);
    if (parsed === null) yield { ...place, reason: 'It is not valid UTF-8.', wayOut: 'Save the file as UTF-8.' };
    else if (!parsed.ok) yield { ...place, reason: parsed.reason, wayOut: 'Correct this entry, or export it again.' };
    else if (isObject(parsed.value)) for (const value of entriesOf(parsed.value)) yield { ...place, value };
  }
}

const brokenWords = {
  reason: 'The brackets do not match from here on, or the file ends in the middle.',
  wayOut: 'Export or download it again.',
};

/** A whole answer on one line holds its list; every other object is an entry. */
function entriesOf(value: JsonObject): JsonObject[] {
  const lists = ownLists.flatMap((name) => (Array.isArray(value[name]) ? [value[name]] : []));
  return lists.length === 0 || 'id' in value ? [value] : lists.flatMap((list) => list.filter(isObject));
}

/**
 * Whether saved pages say that there are more and none says that it is the last: then this is not all of it. Keys are told
 * from words in a text by their bare quotes: inside a JSON string a quote has a backslash.
 */
export async function saysThereIsMore(members: readonly JsonMember[]): Promise<boolean> {
  let [goesOn, isLast] = [false, false];
  for (const { open } of members) {
    let rest = '';
    for await (const chunk of open(0)) {
      const text = rest + latin.decode(chunk);
      goesOn ||= /"next_page"\s{0,20}:\s{0,20}"|"has_more"\s{0,20}:\s{0,20}true|"next"\s{0,20}:\s{0,20}[{"]/.test(text);
      isLast ||= /"next_page"\s{0,20}:\s{0,20}null|"has_more"\s{0,20}:\s{0,20}false|"next"\s{0,20}:\s{0,20}null/.test(
        text,
      );
      rest = text.slice(-80);
    }
  }
  return goesOn && !isLast;
}

/** The keys are plain letters, so any encoding that keeps bytes apart will do. */
const latin = new TextDecoder('latin1');
