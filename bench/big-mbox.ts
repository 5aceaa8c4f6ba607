/**
 * A mailbox as large as one likes through the real road: sent to the server, unpacked into the spool, threaded, masked,
 * stored, asked about, scored; and, sent another time, cancelled on its way. What may not grow with the file is the memory.
 *
 *     npm run bench -- big-mbox
 *     node --import tsx bench/big-mbox.ts --megabytes 20000 --folder /somewhere/with/room
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addressOf,
  call,
  cancelImport,
  confirmAuthors,
  confirmMapping,
  getFocus,
  type ImportRun,
  listAuthors,
  startImport,
} from '@rapport/contract';
import { findChildren, findPostmaster, type RunningServer, startServer } from '../tests/running-server.ts';
import { loadRun, optionOf, peakMemory } from './big-import.ts';
import { keepTable, rounded } from './table.ts';

const megabytes = Number(optionOf('--megabytes') ?? 300);
const folder = mkdtempSync(join(optionOf('--folder') ?? tmpdir(), 'rapport-mbox-'));
const path = join(folder, 'support.mbox');
const mostToCancel = 2000;
/** Beyond what the page takes by default. */
process.env.RAPPORT_UPLOAD_LIMIT = String(megabytes + 64);
try {
  const mails = await writeMailbox(path, megabytes * 2 ** 20);
  const server = await startServer();
  /** One, unless it was ended for its memory and another took over. */
  const workers = new Set<number>();
  const noting = setInterval(() => noteWorker(server, workers), 3000);
  try {
    const send = async (): Promise<string> => {
      const query = { fileName: 'support.mbox', source: 'bench' };
      return (await sendFile(addressOf(startImport, { origin: server.origin, query }))).id;
    };
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const first = await send();
    const sentAt = seconds();
    if (megabytes > mostToCancel) rmSync(path);
    const stored = await follow(first, ({ counts }) => counts.bytesTotal > 0 && counts.bytesRead === counts.bytesTotal);
    const storedAt = seconds();
    const { run, looks, largestSpool } = await follow(first, ({ state }) => state === 'who-is-who');
    const askedAt = seconds();
    const { authors, customers } = await call(listAuthors, { origin: server.origin, query: { importId: first } });
    const listedAt = seconds();
    await call(confirmAuthors, { origin: server.origin, params: { importId: first }, body: { roles: {} } });
    await follow(first, ({ state }) => state === 'finding' || state === 'done');
    const scoredAt = seconds();
    const { run: done } = await follow(first, ({ state }) => state === 'done');
    const doneAt = seconds();
    await call(getFocus, { origin: server.origin, query: {} });
    const memoryOfAll = { worker: peakMemory(server, 'worker'), server: peakMemory(server, 'server') };
    // The file, its spool and a second spool would fill most disks.
    const cancelled =
      megabytes > mostToCancel ? [] : [['cancelled on its way: until its files were gone', await cancel()]];
    const memory = (of: 'worker' | 'server') => rounded(memoryOfAll[of] ?? Number.NaN);
    keepTable({
      name: 'big-mbox',
      title: `A mailbox of ${rounded(megabytes)} MB`,
      about: `${rounded(mails)} made-up mails in threads of four, every tenth with an attachment of 200 kB, sent over HTTP to the product as it is run, with its worker and its own PostgreSQL on the same machine, durable as always. What it asks is answered as guessed, and scoring follows.`,
      columns: ['what', 'measured'],
      rows: [
        ['received, encrypted, forced to disk', `${rounded(sentAt, 1)} s`],
        [
          'then looked at, threaded, masked, stored',
          `${rounded(storedAt - sentAt, 1)} s, ${rounded(megabytes / (storedAt - sentAt), 1)} MB/s`,
        ],
        ['then settled, and who is who found', `${rounded(askedAt - storedAt, 1)} s`],
        [
          'who is who listed',
          `${rounded((listedAt - askedAt) * 1000)} ms: ${rounded(authors.length)} to look at, ${rounded(customers)} customers counted`,
        ],
        [
          'then scored',
          `${rounded(scoredAt - listedAt, 1)} s, ${rounded(done.counts.scored / (scoredAt - listedAt))} conversations/s`,
        ],
        ['then the answers found', `${rounded(doneAt - scoredAt, 1)} s`],
        [
          'mails stored',
          `${rounded(run.counts.accepted)} of ${rounded(mails)} in ${rounded(run.counts.conversations)} conversations`,
        ],
        ['conversations scored', `${rounded(done.counts.scored)} of ${rounded(done.counts.toScore)}`],
        ['different states of progress that were seen', rounded(stored.looks + looks)],
        ['largest spool on the disk', `${rounded(Math.max(stored.largestSpool, largestSpool) / 2 ** 20)} MB`],
        ['peak memory of the worker', `${memory('worker')} MB`],
        ['peak memory of the server', `${memory('server')} MB`],
        ['workers that were needed', rounded(workers.size)],
        ...cancelled,
      ],
      notes: ['Goal: 512 MB whatever the file.'],
    });

    async function cancel(): Promise<string> {
      const importId = await send();
      await follow(importId, ({ state }) => state !== 'receiving');
      const asked = performance.now();
      await call(cancelImport, { origin: server.origin, params: { importId } });
      while (sizeOf(spool()) > 1000) await sleep(50);
      return `${rounded(performance.now() - asked)} ms`;
    }

    function spool(): string {
      return join(server.dataFolder, 'spool');
    }

    async function follow(
      importId: string,
      isThere: (run: ImportRun) => boolean,
    ): Promise<{ run: ImportRun; looks: number; largestSpool: number }> {
      const seen = new Set<string>();
      let largestSpool = 0;
      for (;;) {
        const run = await loadRun(server, importId);
        seen.add(`${run.state} ${run.counts.bytesRead}`);
        largestSpool = Math.max(largestSpool, sizeOf(spool()));
        if (isThere(run)) return { run, looks: seen.size, largestSpool };
        // Who speaks is as guessed.
        if (run.state === 'needs-mapping') {
          await call(confirmMapping, { origin: server.origin, params: { importId }, body: { mapping: {} } });
        }
        await sleep(200);
      }
    }
  } finally {
    clearInterval(noting);
    await server.end();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function noteWorker({ child, dataFolder }: RunningServer, workers: Set<number>): void {
  const postmaster = findPostmaster(dataFolder);
  for (const one of findChildren(child.pid ?? 0)) if (one > 0 && one !== postmaster) workers.add(one);
}

/** As a stream: a Blob of a file counts its bytes in 32 bits. */
async function sendFile(address: string): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': statSync(path).size };
  const asking = request(address, { method: 'POST', headers });
  const [[answer]] = await Promise.all([
    once(asking, 'response') as Promise<[IncomingMessage]>, // of node:http
    pipeline(createReadStream(path), asking),
  ]);
  const told = startImport.response.safeParse(JSON.parse(await text(answer)));
  if (!told.success) throw new Error(`the file was answered with ${answer.statusCode}`);
  return told.data;
}

/** Of everything below a folder; what goes away meanwhile counts nothing. */
function sizeOf(below: string): number {
  let bytes = 0;
  for (const one of readdirSync(below, { recursive: true, withFileTypes: true })) {
    if (one.isFile()) bytes += statSync(join(one.parentPath, one.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

/** @returns how many mails */
async function writeMailbox(to: string, bytes: number): Promise<number> {
  const out = createWriteStream(to);
  const attachment = `${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU2Nzg5YWJjZGVmZ2hpamtsbW5vcA==\n'.repeat(2750)}`;
  let mails = 0;
  for (let written = 0; written < bytes; mails += 1) {
    const mail = writeMail(mails, mails % 10 === 9 ? attachment : null);
    written += mail.length;
    if (!out.write(mail)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return mails;
}

function writeMail(n: number, attachment: string | null): string {
  const [thread, place] = [Math.floor(n / 4), n % 4];
  const isOurs = place % 2 === 1;
  const at = new Date(Date.UTC(2020, 0, 1) + n * 60_000);
  const [customer, us] = [`Ann ${thread} <ann${thread}@mail.example>`, `Ben Hale <ben@shop.example>`];
  const id = (one: number) => `<${thread}.${one}@bench.example>`;
  const words = isOurs
    ? `Hello,\n\nI am sorry about that. I have looked up ${thread}, and a new one goes out today.\n\nKind regards\nBen`
    : `Hello,\n\nmy order ${thread} has not come, and this is the ${place + 1}. time I write. What is to be done?\n\nAnn`;
  const quoted = place === 0 ? '' : `\n\nOn Monday somebody wrote:\n> ${words.slice(0, 60).replaceAll('\n', '\n> ')}\n`;
  const body =
    attachment === null
      ? `Content-Type: text/plain; charset=utf-8\n\n${words}${quoted}`
      : `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${words}${quoted}\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.pdf\n\n${attachment}--b--`;
  return [
    `From ${isOurs ? 'ben@shop.example' : `ann${thread}@mail.example`} ${at.toUTCString()}`,
    `From: ${isOurs ? us : customer}`,
    `To: ${isOurs ? customer : us}`,
    `Subject: ${place === 0 ? '' : 'Re: '}Order ${thread}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id(place)}`,
    ...(place === 0 ? [] : [`In-Reply-To: ${id(place - 1)}`, `References: ${id(0)} ${id(place - 1)}`]),
    'MIME-Version: 1.0',
    `${body}\n\n`,
  ].join('\n');
}
