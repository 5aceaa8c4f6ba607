/**
 * Rows per second of an import through the real road (received, looked at, read, masked, stored, settled, authors
 * counted), beside a bare COPY of the same rows in the same run; then scoring for a minute, measured apart.
 *
 *     npm run bench -- import-speed
 *     node --import tsx bench/import-speed.ts --messages 100000
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, cancelImport, confirmAuthors } from '@rapport/contract';
import { copyBare } from './bare-copy.ts';
import { repeatedFile } from './big-file.ts';
import { type BigImport, importBigFile, loadRun, messagesWanted, peakMemory } from './big-import.ts';
import { keepTable, rounded } from './table.ts';

const scoringSeconds = 60;

const done = await importBigFile(messagesWanted());
const scratch = mkdtempSync(join(tmpdir(), 'rapport-copy-'));
try {
  const memory = peakMemory(done.server, 'worker');
  const copied = await copyBare(done.server.dataFolder, scratch);
  const copySeconds = copied.reduce((sum, { seconds }) => sum + seconds, 0);
  const scoring = await scoreForAWhile(done);
  const { reached, messages } = done;
  const row = (what: string, seconds: number) => [
    what,
    rounded(seconds, 1),
    rounded(messages / seconds),
    `${rounded(seconds / copySeconds, 2)}×`,
  ];
  keepTable({
    name: 'import-speed',
    title: 'Import, beside a bare COPY',
    about: `${basename(repeatedFile)} repeated to ${rounded(messages)} messages of ${rounded(done.conversations)} conversations (${rounded(done.fileBytes / 2 ** 20, 1)} MB packed), sent over HTTP to the product as it is run, with its own PostgreSQL on the same machine, durable as always. The same rows were then copied bare into the same tables, with the same keys, indexes, foreign keys and checks, of a second database in the same server.`,
    columns: ['what', 'seconds', 'messages/s', 'against COPY'],
    rows: [
      row('import, from the acknowledged file to “who is who”', reached.whoIsWho),
      row('… of it: looked at and unpacked', reached.reading),
      row('… of it: read, masked, stored', reached.stored - reached.reading),
      row('… of it: settled, authors counted', reached.whoIsWho - reached.stored),
      row('bare COPY of the same rows', copySeconds),
    ],
    notes: [
      `Peak memory of the worker at “who is who”: ${memory === null ? 'not counted on this system' : `${rounded(memory)} MB`}; after ${scoring.seconds} s of scoring ${scoring.memory === null ? 'not counted' : `${rounded(scoring.memory)} MB`}.`,
      `Before that the file was received, encrypted and forced to disk in ${rounded(done.sentIn, 1)} s.`,
      `Rows copied: ${copied.map(({ table, rows, seconds }) => `${table} ${rounded(rows)} in ${rounded(seconds, 1)} s`).join(', ')}.`,
      `Scoring, apart: one worker read ${rounded(scoring.conversations)} conversations in ${scoring.seconds} s and stored what it found: ${rounded(scoring.conversations / scoring.seconds)} conversations/s, ${rounded((scoring.conversations * messages) / done.conversations / scoring.seconds)} messages/s.`,
    ],
  });
} finally {
  await done.server.end();
  rmSync(scratch, { recursive: true, force: true });
}

async function scoreForAWhile({ server, importId }: BigImport) {
  const { origin } = server;
  await call(confirmAuthors, { origin, params: { importId }, body: { roles: {} } });
  let run = await loadRun(server, importId);
  for (; run.counts.scored === 0; run = await loadRun(server, importId)) await sleep(50);
  const first = run.counts.scored;
  const began = performance.now();
  while (run.state === 'scoring' && performance.now() - began < scoringSeconds * 1000) {
    await sleep(100);
    run = await loadRun(server, importId);
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const memory = peakMemory(server, 'worker');
  if (run.state === 'scoring') await call(cancelImport, { origin, params: { importId } });
  return { conversations: run.counts.scored - first, seconds, memory };
}
