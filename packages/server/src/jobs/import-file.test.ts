import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('import-file');
  await bench.startWorker();
});
afterAll(() => bench?.end());

const header = 'conversation_id,message_id,sent_at,author_role,author_name,channel,subject,body,csat';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('import of a file', () => {
  it('stores what is in it, scores it and finds the focus', async () => {
    const id = await bench.send(
      'first.csv',
      csv(
        'c1,m1,2026-01-05T10:00:00Z,customer,Ann,chat,Broken,"My lamp is broken, I am so upset",',
        'c1,m2,2026-01-05T10:01:00Z,agent,Sam,chat,Broken,I am sorry your lamp broke. I send a new one today.,5',
      ),
    );
    const run = await bench.until(id, 'done');
    expect(run.counts).toMatchObject({
      units: 2,
      accepted: 2,
      updated: 0,
      duplicate: 0,
      rejected: 0,
      conversations: 1,
    });
    expect(run.counts).toMatchObject({ toScore: 1, scored: 1 });
    expect(bench.troubles).toEqual([]);
  });
});
