/**
 * A file of articles → articles and problems, in the order of the file. Looked at first, because sections and readers may
 * stand behind the articles that name them; then read entry by entry, so that memory stays bounded whatever the file.
 */
import { type ArticleFormat, RapportError } from '@rapport/contract';
import { countOf } from '../count-words.ts';
import { decodeText } from '../decode-text.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes } from '../regroup-bytes.ts';
import { takeHead } from '../take-head.ts';
import { decodeToUtf8 } from '../unpack/decode-to-utf8.ts';
import { openPacked } from '../unpack/open-packed.ts';
import { isZip, listMembers, readZipMember, readZipMembers } from '../unpack/read-zip-member.ts';
import { createCensusTaker, decideEncoding, sniffWideEncoding } from '../unpack/sniff-encoding.ts';
import { type JsonMember, readEntries, saysThereIsMore } from './article-entries.ts';
import { type ArticleLimits, articleLimits } from './article-limits.ts';
import type { ArticleFound, ArticleProblemFound, ReadArticle } from './article-record.ts';
import { type ArticleShape, emptyShelves, type Shelves } from './article-shape.ts';
import { checkArticle } from './clean-article.ts';
import { helpScoutDocsShape } from './read-help-scout-docs.ts';
import { intercomArticlesShape } from './read-intercom-articles.ts';
import { isPage, readPage } from './read-page.ts';
import { zendeskGuideShape } from './read-zendesk-guide.ts';

const allShapes: readonly ArticleShape[] = [intercomArticlesShape, helpScoutDocsShape, zendeskGuideShape];

export interface ArticlesLook {
  format: ArticleFormat;
  /** The pages of an API say that there are more of them: what is not in this file is not gone. */
  isPart: boolean;
  /** Read entry by entry; empty for pages. */
  members: readonly JsonMember[];
  shelves: Shelves;
}

interface ArticleOptions {
  fileName: string;
  limits?: ArticleLimits;
}

/** @throws RapportError `unreadable-file`, also for archives that are damaged, encrypted or a bomb */
export async function lookAtArticles(open: OpenBytes, o: ArticleOptions): Promise<ArticlesLook> {
  const full = { limits: articleLimits, ...o };
  const nothing = { isPart: false, members: [], shelves: emptyShelves() };
  const names = isZip(await takeHead(open, 8)) ? [...(await listMembers(open(0), full))] : null;
  if (names === null ? isPage(bareName(o.fileName)) : names.some(([name]) => isPage(name))) {
    return { ...nothing, format: 'pages' };
  }
  const members = names === null ? [plainMember(open, full)] : await jsonMembers(open, names, full);
  const shelves = emptyShelves();
  let found: ArticleShape | undefined;
  for (const member of members) {
    for await (const entry of readEntries(member, full.limits)) {
      if (!('value' in entry)) continue;
      found ??= allShapes.find((shape) => shape.isEntry(entry.value));
      for (const shape of allShapes) shape.addToShelves(entry.value, shelves);
    }
  }
  if (found === undefined) throw noArticles(o.fileName);
  return { format: found.format, isPart: await saysThereIsMore(members), members, shelves };
}

export async function* readArticles(
  open: OpenBytes,
  look: ArticlesLook,
  o: ArticleOptions,
): AsyncGenerator<ArticleFound> {
  const full = { limits: articleLimits, ...o };
  let count = 0;
  const found = look.format === 'pages' ? readPages(open, full) : readMembers(look, full.limits);
  for await (const one of found) {
    count += 1;
    if (count > full.limits.articles) {
      throw new RapportError('unreadable-file', {
        what: `The file holds more than ${countOf(full.limits.articles, 'article')}.`,
        wayOut: 'Split it, and bring each part in under a name of its own.',
      });
    }
    yield one;
  }
}

async function* readMembers(look: ArticlesLook, limits: ArticleLimits): AsyncGenerator<ArticleFound> {
  const shape = allShapes.find(({ format }) => format === look.format);
  if (shape === undefined) return;
  for (const member of look.members) {
    for await (const { file, line, ...entry } of readEntries(member, limits)) {
      const place = { file, line };
      if (!('value' in entry)) yield problem({ ...place, ...entry, id: null });
      else if (shape.isEntry(entry.value)) {
        const read = shape.read(entry.value, look.shelves);
        if ('refused' in read) yield problem({ ...place, reason: read.refused, wayOut: read.wayOut, id: read.id });
        else for (const article of read.articles) yield checkArticle(article, place, limits);
      }
    }
  }
}

type Full = ArticleOptions & { limits: ArticleLimits };

async function* readPages(open: OpenBytes, o: Full): AsyncGenerator<ArticleFound> {
  if (!isZip(await takeHead(open, 8))) {
    yield await readOnePage(bareName(o.fileName), openPacked(open, null, o), o.limits);
    return;
  }
  for await (const { name, bytes } of readZipMembers(open(0), isPage, o)) {
    yield await readOnePage(name, bytes, o.limits);
  }
}

async function readOnePage(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  limits: ArticleLimits,
): Promise<ArticleFound> {
  const place = { file: path, line: null };
  const whole = await takeWhole(bytes, limits.pageBytes);
  if (whole === null) {
    const reason = `The page is larger than ${limits.pageBytes / 2 ** 20} MB.`;
    return problem({ ...place, reason, wayOut: 'Take the pictures out of its text.', id: path });
  }
  const text = await textOf(whole);
  if (text === null) {
    const wayOut = 'Save the page as UTF-8.';
    return problem({ ...place, reason: 'Its characters cannot be told: it is not UTF-8.', wayOut, id: path });
  }
  const article: ReadArticle = readPage(path, text);
  return checkArticle(article, place, limits);
}

/** Null where there is more than may be held. */
async function takeWhole(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    // Read to its end all the same: the next file of a zip begins behind it.
    if (size <= most) parts.push(part);
  }
  return size > most ? null : parts.length === 0 ? new Uint8Array(0) : joinBytes(parts);
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  const census = createCensusTaker();
  census.add(bytes);
  const encoding = sniffWideEncoding(bytes) ?? decideEncoding(census.count());
  const parts: Uint8Array[] = [];
  for await (const part of decodeToUtf8(one(bytes), encoding)) parts.push(part);
  return decodeText(parts.length === 0 ? new Uint8Array(0) : joinBytes(parts));
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function plainMember(open: OpenBytes, o: Full): JsonMember {
  const plain: OpenBytes = () => openPacked(open, null, o);
  return { name: o.fileName, open: () => inUtf8(plain) };
}

/** JSON as UTF-16, as some shells save it; anything else is read as UTF-8 and refused entry by entry where it is not. */
async function* inUtf8(open: OpenBytes): AsyncGenerator<Uint8Array> {
  yield* decodeToUtf8(open(0), sniffWideEncoding(await takeHead(open, 4096)) ?? 'utf-8');
}

/** One file of JSON is read from the zip as it streams; several are small and held, or each would unpack all before it. */
async function jsonMembers(
  open: OpenBytes,
  names: readonly (readonly [string, number])[],
  o: Full,
): Promise<JsonMember[]> {
  const wanted = names.filter(([name]) => /\.(?:json|jsonl|ndjson)$/i.test(name));
  const [only] = wanted;
  if (only === undefined) throw noArticles(o.fileName);
  if (wanted.length === 1) return [{ name: only[0], open: () => readZipMember(open(0), only[0], o) }];
  const size = wanted.reduce((sum, [, bytes]) => sum + bytes, 0);
  if (size > mostHeld) {
    throw new RapportError('unreadable-file', {
      what: `The ${wanted.length} files of JSON in the zip hold more than ${mostHeld / 2 ** 20} MB together.`,
      wayOut: 'Join them to one file, one answer behind another, and send that.',
    });
  }
  const members: JsonMember[] = [];
  const isWanted = new Set(wanted.map(([name]) => name));
  for await (const { name, bytes } of readZipMembers(open(0), (one) => isWanted.has(one), o)) {
    const held = (await takeWhole(bytes, mostHeld)) ?? new Uint8Array(0);
    members.push({ name, open: () => one(held) });
  }
  return members;
}

const mostHeld = 128 * 2 ** 20;

const problem = (found: ArticleProblemFound): ArticleFound => ({ kind: 'problem', problem: found });

/** Without the folders before it, and without the ending of a packer. */
const bareName = (fileName: string): string => (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.gz$/i, '');

const noArticles = (fileName: string): RapportError =>
  new RapportError('unreadable-file', {
    what: `No articles were found in ${fileName}.`,
    why: 'Rapport reads answers of Zendesk Guide, Intercom and Help Scout Docs as JSON, and Markdown or HTML pages.',
    wayOut: 'See “Articles” in the documentation of file formats for how to save each of them.',
  });
