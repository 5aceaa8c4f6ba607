/** Environment → running: database, pages, API, and a worker beside them. */
import { randomInt } from 'node:crypto';
import { RapportError } from '@rapport/contract';
import { scorerVersion } from '@rapport/qualities';
import { createRandom } from '@rapport/statistics';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { type AccountSettings, readAccountSettings } from './accounts/account-settings.ts';
import { tellOwnerLink } from './accounts/tell-owner-link.ts';
import { type AllowedAddresses, allowAddresses } from './api/guard-requests.ts';
import { createApp } from './create-app.ts';
import { createImportActions } from './jobs/import-actions.ts';
import { tidyArticleFiles } from './jobs/receive-articles.ts';
import { tidySpool } from './jobs/receive-file.ts';
import { createRescoreActions } from './jobs/rescore-actions.ts';
import { type JudgeSettings, readJudgeSettings } from './judge/judge-settings.ts';
import { openJudge } from './judge/open-judge.ts';
import { type KeptWorker, keepWorker } from './keep-worker.ts';
import { openMailDoors } from './notify/open-mail.ts';
import { type OpenRapport, openRapport } from './open-rapport.ts';
import { openOutside } from './outbound/open-outside.ts';
import { importSample } from './sample.ts';
import { type Environment, readServeSettings, type ServeSettings } from './serve-settings.ts';
import { type ImportNoticeBoard, openImportNotices } from './store/import-notices.ts';
import { tellScorer } from './tell-scorer.ts';
import { waitForStop } from './wait-for-stop.ts';

export interface ServeOptions {
  environment: Environment;
  /** The folder Rapport was checked out or unpacked into. */
  rootFolder: string;
  version: string;
  /** The built pages, or null to serve the API alone. */
  webFolder: string | null;
  /** The sample team, as a file that can be imported. */
  sampleFile: string;
  /** Program and arguments of a worker, such as [process.execPath, 'dist/rapport.mjs', 'worker']. */
  workerCommand: readonly [string, ...string[]];
  /** Tells the person at the terminal a line. */
  say: (line: string) => void;
}

export interface RunningRapport {
  /** Where the pages are, such as http://127.0.0.1:7400. */
  address: string;
  stop(): Promise<void>;
  /** Ends when Rapport was stopped, by a signal or by `stop`. */
  stopped: Promise<void>;
}

/** @throws RapportError with the way out: a setting is unclear, the port is taken, the database cannot be used */
export async function serveRapport(options: ServeOptions): Promise<RunningRapport> {
  const settings = readServeSettings(options.environment, process.stdout.isTTY === true);
  const judgeSettings = readJudgeSettings(options.environment);
  const log = pino({ level: settings.logLevel });
  const asked = waitForStop();
  const open = await openRapport({ environment: options.environment, rootFolder: options.rootFolder, log });
  const notices = openImportNotices(open.database.appUrl);
  try {
    await tidySpool({ ...open, log });
    await tidyArticleFiles({ ...open, log });
    const allowed: AllowedAddresses = { hosts: new Set(), origins: new Set() };
    const accountSettings = await readAccountSettings(options.environment, settings, open.database.dataFolder);
    const http = await createHttp({ options, settings, accountSettings, judgeSettings, open, notices, allowed, log });
    const port = await listen(http, settings);
    allowAddresses(allowed, port, settings.publicUrl);
    const { workerCommand: command, environment } = options;
    // Two arenas are enough for one thread of work; glibc's eight per core keep some 30 MB for nobody.
    const workerEnvironment = { MALLOC_ARENA_MAX: '2', ...environment };
    const worker = settings.runWorker ? keepWorker({ command, environment: workerEnvironment, log }) : null;
    const address = `http://127.0.0.1:${port}`;
    options.say(`Rapport is at ${address}${settings.publicUrl === undefined ? '' : ` and at ${settings.publicUrl}`}`);
    await tellOwnerLink(open, { accountSettings, address, say: options.say });
    await tellScorer(open, log, options.say);
    let ended: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const stop = once(() => stopAll({ http, worker, notices, open }).finally(ended));
    void asked.then(stop);
    return { address, stop, stopped };
  } catch (error) {
    await notices.close();
    await open.close();
    throw error;
  }
}

interface HttpParts {
  options: ServeOptions;
  settings: ServeSettings;
  accountSettings: AccountSettings;
  judgeSettings: JudgeSettings | null;
  open: OpenRapport;
  notices: ImportNoticeBoard;
  allowed: AllowedAddresses;
  log: pino.Logger;
}

function createHttp({
  options,
  settings,
  accountSettings,
  judgeSettings,
  open,
  notices,
  allowed,
  log,
}: HttpParts): Promise<FastifyInstance> {
  const outside = openOutside({ ...options, dataFolder: open.database.dataFolder, now: () => Date.now() });
  const importsOf = perWorkspace((workspace) => createImportActions({ ...open, workspace, log }));
  const judgeOf = perWorkspace((workspace) =>
    openJudge({
      ...{ settings: judgeSettings, store: open.store, workspace, log },
      ...{ now: () => new Date(), random: Math.random },
    }),
  );
  return createApp({
    store: open.store,
    accountSettings,
    importsOf,
    rescoresOf: perWorkspace((workspace) => createRescoreActions({ ...open, workspace, scorerVersion })),
    jobs: open.jobs,
    outside,
    mail: openMailDoors({ ...options, store: open.store, outside }),
    importNotices: notices,
    importSample: (workspace) => importSample(importsOf(workspace), options.sampleFile),
    judgeOf,
    version: options.version,
    scorerVersion,
    now: () => new Date(),
    createSeeded: () => {
      const seed = randomInt(2 ** 31);
      return { seed, random: createRandom(seed) };
    },
    uploadLimitBytes: settings.uploadLimitBytes,
    webFolder: options.webFolder,
    log,
    allowed,
    https: settings.publicUrl?.startsWith('https:') === true,
    checkAnswers: settings.checkAnswers,
  });
}

/** Made when a workspace first needs it, then kept: the judge remembers what is under way. */
function perWorkspace<Made>(make: (workspace: number) => Made): (workspace: number) => Made {
  const made = new Map<number, Made>();
  return (workspace) => {
    const kept = made.get(workspace) ?? make(workspace);
    made.set(workspace, kept);
    return kept;
  };
}

/** @returns the port, also where 0 asked for any free one */
async function listen(http: FastifyInstance, { host, port }: ServeSettings): Promise<number> {
  try {
    await http.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    const isTaken = code === 'EADDRINUSE';
    throw new RapportError(
      'unavailable',
      {
        what: isTaken ? `Port ${port} is taken by another program.` : `This user may not listen on port ${port}.`,
        why: isTaken ? 'It may be a Rapport that is running already.' : 'Low numbers belong to the system.',
        wayOut: `Open http://127.0.0.1:${port} to see, or choose another port: PORT=${port + 1} npm start.`,
      },
      { cause },
    );
  }
  const address = http.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** How long answers under way may take once Rapport was asked to stop. */
const answerMilliseconds = 5000;

interface Parts {
  http: FastifyInstance;
  worker: KeptWorker | null;
  notices: ImportNoticeBoard;
  open: OpenRapport;
}

/** First nobody new comes in, then the work stops at its next piece, then the database, last. */
async function stopAll({ http, worker, notices, open }: Parts): Promise<void> {
  // A download on a slow line must not hold up the stop for ever.
  const cutOff = setTimeout(() => http.server.closeAllConnections(), answerMilliseconds);
  await http.close();
  clearTimeout(cutOff);
  await worker?.stop();
  await notices.close();
  await open.close({ lastOneOut: true });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}
