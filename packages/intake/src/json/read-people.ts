/** The lists of people that stand in a file beside its conversations, and files that are nothing but such a list. */
import { decodeText } from '../decode-text.ts';
import { defaultLimits, type IntakeLimits } from '../limits.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { addPeople, type KnownPerson, type People, readKnownPerson } from '../who/people.ts';
import { findContainer } from './find-container.ts';
import type { JsonShape } from './json-shape.ts';
import { parseJson } from './parse-json.ts';
import { isObject } from './pick.ts';
import { type ScannedItem, scanItems } from './scan-items.ts';
import { scanLines } from './scan-lines.ts';

const brace = 0x7b;
/** Under what names a file of people holds its list. */
const peopleNames = ['users', 'agents', 'contacts', 'admins', 'items', 'results'];

/**
 * People out of a users file: a list, an object with a list, or one person a line. Give it to `readRecords` or
 * `readEntry` as `people`. Whatever is no person is passed over.
 */
export async function readPeople(open: OpenBytes, limits: IntakeLimits = defaultLimits): Promise<People> {
  const people = new Map<string, KnownPerson>();
  const scanning = { fromByte: 0, fromLine: 1, maxBytes: limits.itemBytes };
  const head = await takeHead(open);
  const isLines = findContainer(head) === 'lines' && !opensList(head);
  const entries = isLines
    ? scanLines(open, scanning)
    : scanItems(open, { ...scanning, container: 'array', names: peopleNames });
  for await (const entry of entries) {
    const value = readValue(entry, limits);
    if (isLines && isObject(value) && peopleNames.some((name) => Array.isArray(value[name]))) {
      for (const name of peopleNames) addPeople(value[name], null, people);
    } else addPeople([value], null, people);
  }
  return people;
}

/** The lists of people in a file of conversations, on top of those given from elsewhere. */
export async function readPeopleLists(
  open: OpenBytes,
  shape: JsonShape,
  o: { limits: IntakeLimits; people?: People | undefined },
): Promise<People | undefined> {
  const lists = Object.entries(shape.peopleLists ?? {});
  if (lists.length === 0) return o.people;
  const head = await takeHead(open);
  // Only an object around the list of conversations has room for others beside it.
  if (findContainer(head) !== 'array' || opensList(head)) return o.people;
  const people = new Map(o.people);
  for (const [name, role] of lists) {
    const scanning = { fromByte: 0, fromLine: 1, maxBytes: o.limits.itemBytes, container: 'array' as const };
    for await (const entry of scanItems(open, { ...scanning, names: [name] })) {
      const value = readValue(entry, o.limits);
      const person = isObject(value) ? readKnownPerson(value, role) : null;
      if (person) people.set(person.id, person);
    }
  }
  return people;
}

const opensList = (head: Uint8Array): boolean => {
  const first = head.findIndex((byte) => byte === brace || byte === 0x5b);
  return first >= 0 && head[first] !== brace;
};

function readValue(entry: Pick<ScannedItem, 'bytes'>, limits: IntakeLimits): unknown {
  const text = entry.bytes === null ? null : decodeText(entry.bytes);
  const parsed = text === null ? null : parseJson(text, limits.jsonDepth);
  return parsed?.ok ? parsed.value : null;
}
