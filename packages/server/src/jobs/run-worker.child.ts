/** For tests: a worker as a process of its own, so that it can be killed. */
import { findFocus } from '@rapport/insight';
import { languageOf } from '../detect-language.ts';
import { startWorker } from './run-worker.ts';

const { APP_URL = '', DATA_FOLDER = '' } = process.env;
const log = { info: () => {}, warn: () => {}, error: () => {} };
await startWorker({ appUrl: APP_URL, dataFolder: DATA_FOLDER, log, languageOf, findFocus, pollSeconds: 0.5 });
