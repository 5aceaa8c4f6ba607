/** The names in a zip, and one of its files, read as a stream. */
import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough } from 'fflate';
import type { IntakeLimits } from '../limits.ts';
import { FileRefused, makeProblem, type ProblemCode } from '../problem.ts';
import { createSizeGuard } from './size-guard.ts';

interface ZipOptions {
  fileName: string;
  limits: IntakeLimits;
}

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** The files in the zip with their unpacked sizes. */
export async function listMembers(chunks: AsyncIterable<Uint8Array>, o: ZipOptions): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { name, data } of walkZip(chunks, o, (one) => !isHiddenName(one))) {
    sizes.set(name, (sizes.get(name) ?? 0) + data.length);
  }
  return sizes;
}

/** The file in the zip to read: the largest that can hold conversations, and how many others are left out. */
export function chooseMember(sizes: ReadonlyMap<string, number>, o: ZipOptions): { member: string; others: number } {
  const candidates = [...sizes]
    .filter(([name]) => isCandidate(name))
    .sort((a, b) => Number(isPeopleName(a[0])) - Number(isPeopleName(b[0])) || b[1] - a[1]);
  const [first] = candidates;
  if (!first) throw refuse('no-file-in-archive', 'The zip holds no file with conversations.', o);
  return { member: first[0], others: candidates.length - 1 };
}

/** A file that holds people and no conversations, by its name. */
export const isPeopleName = (name: string): boolean =>
  !isHiddenName(name) &&
  /(?:^|\/)(?:[\w-]*[_-])?(?:users|people|agents|contacts|admins)(?:[_-][\w-]*)?\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(
    name,
  );

export async function* readZipMember(
  chunks: AsyncIterable<Uint8Array>,
  member: string,
  o: ZipOptions,
): AsyncGenerator<Uint8Array> {
  let found = false;
  for await (const { name, data, isEnd } of walkZip(chunks, o, (one) => one === member)) {
    if (name !== member) continue;
    found ||= isEnd;
    if (data.length > 0) yield data;
    if (isEnd) return;
  }
  if (!found) throw refuse('damaged-archive', `The file “${member}” in the zip is incomplete.`, o);
}

/** Every wanted file of the zip in one pass, in its order; what a reader leaves of one is passed over. */
export async function* readZipMembers(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
  o: ZipOptions,
): AsyncGenerator<{ name: string; bytes: AsyncGenerator<Uint8Array> }> {
  const pieces = walkZip(chunks, o, (name) => !isHiddenName(name) && wanted(name));
  let next = await pieces.next();
  async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
    for (let isEnd = false; !isEnd && !next.done && next.value.name === name; ) {
      ({ isEnd } = next.value);
      if (next.value.data.length > 0) yield next.value.data;
      next = await pieces.next();
    }
  }
  while (!next.done) {
    const { name } = next.value;
    const bytes = bytesOf(name);
    yield { name, bytes };
    for await (const _ of bytes) {
      // What was not read stands between here and the next file.
    }
  }
}

const isHiddenName = (name: string): boolean => name.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(name);

const isCandidate = (name: string): boolean =>
  !isHiddenName(name) && /\.(csv|tsv|txt|jsonl?|ndjson|mbox|eml|vtt|srt|gz)$/i.test(name);

interface ZipPiece {
  name: string;
  data: Uint8Array;
  isEnd: boolean;
}

async function* walkZip(
  chunks: AsyncIterable<Uint8Array>,
  o: ZipOptions,
  wanted: (name: string) => boolean,
): AsyncGenerator<ZipPiece> {
  const guard = createSizeGuard(o);
  let out: ZipPiece[] = [];
  let members = 0;
  let failure: FileRefused | null = null;
  let open = 0;
  const unzip = new Unzip((file: UnzipFile) => {
    members += 1;
    if (members > o.limits.zipMembers) {
      failure ??= refuse('too-many-members', `The zip holds more than ${o.limits.zipMembers} files.`, o);
    }
    if (failure || file.name.endsWith('/') || !wanted(file.name)) return;
    file.ondata = (error, data, isEnd) => {
      if (error) failure ??= refuse('damaged-archive', `The file “${file.name}” in the zip is damaged.`, o);
      else out.push({ name: file.name, data, isEnd });
      if (isEnd) open -= 1;
    };
    open += 1;
    file.start();
  });
  unzip.register(UnzipPassThrough);
  unzip.register(UnzipInflate);
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && chunk.length > 7 && ((chunk[6] ?? 0) & 1) === 1) {
      throw refuse('encrypted-archive', 'The zip is encrypted.', o);
    }
    isFirst = false;
    for (let at = 0; at < chunk.length; at += 16_384) {
      const piece = chunk.slice(at, at + 16_384);
      guard.addPacked(piece.length);
      try {
        unzip.push(piece, false);
      } catch {
        failure ??= refuse('damaged-archive', 'The zip is damaged.', o);
      }
      if (failure) throw failure;
      for (const { data } of out) guard.addUnpacked(data.length);
      yield* out;
      out = [];
    }
  }
  if (open > 0) throw refuse('damaged-archive', 'The zip is incomplete.', o);
}

const refuse = (code: ProblemCode, reason: string, o: ZipOptions): FileRefused =>
  new FileRefused(makeProblem(code, reason, { file: o.fileName }));
