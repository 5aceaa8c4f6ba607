/** For tests: a worker as a process of its own, so that it can be killed. */
import { findFocus } from '@rapport/insight';
import { languageOf } from '../detect-language.ts';
import { scorerNamed } from './other-scorer.fixture.ts';
import { startWorker } from './run-worker.ts';

const { APP_URL = '', DATA_FOLDER = '', SCORER_VERSION } = process.env;
const scorer = SCORER_VERSION === undefined ? {} : { scorer: scorerNamed(SCORER_VERSION) };
const log = { info: () => {}, warn: () => {}, error: () => {} };
await startWorker({
  appUrl: APP_URL,
  dataFolder: DATA_FOLDER,
  log,
  languageOf,
  findFocus,
  pollSeconds: 0.5,
  ...scorer,
});
