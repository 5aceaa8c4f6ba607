/** What `import-articles` was pointed at: a file as it lies, or the pages of a folder as one zip. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { RapportError } from '@rapport/contract';
import { articleLimits, isPage, packPages } from '@rapport/intake';
import { openFile, resolvePath } from './open-file.ts';

export interface OpenedArticles {
  name: string;
  open: () => AsyncIterable<Uint8Array>;
}

/** @throws RapportError `bad-request` when there is nothing to read, `too-large` for more than a help centre holds */
export function openArticles(given: string): OpenedArticles {
  const path = resolvePath(given);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const file = openFile(given);
    return { name: file.name, open: () => createReadStream(file.path) };
  }
  const files: Record<string, Uint8Array> = {};
  let size = 0;
  for (const found of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const full = join(found.parentPath, found.name);
    const within = full
      .slice(path.length + 1)
      .split(sep)
      .join('/');
    // A link could lead anywhere on this machine.
    if (!found.isFile() || !isPage(within)) continue;
    size += statSync(full).size;
    if (size > articleLimits.unpackedBytes) throw tooLarge(path);
    files[within] = readFileSync(full);
  }
  if (Object.keys(files).length === 0) {
    throw new RapportError('bad-request', {
      what: `${path} holds no Markdown or HTML file.`,
      wayOut: 'Name the folder that the pages lie in.',
    });
  }
  const zip = packPages(files);
  return {
    name: basename(path),
    open: async function* () {
      yield zip;
    },
  };
}

const tooLarge = (path: string): RapportError =>
  new RapportError('too-large', {
    what: `The pages in ${path} are larger than ${articleLimits.unpackedBytes / 2 ** 20} MB together.`,
    wayOut: 'Name a folder below it, and bring in the others under names of their own.',
  });
