/** A connection and a webhook speak of the same conversations: whoever comes late must not undo what is newer. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { findWebhookSource } from '../webhooks/all-webhook-sources.ts';
import { readWebhook } from '../webhooks/read-webhook.ts';
import { type BenchHouse, openBenchHouse, type SourceBench } from './source-bench.fixture.ts';
import { zendeskStub } from './zendesk/zendesk-stub.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

let house: BenchHouse;
beforeAll(async () => {
  house = await openBenchHouse('late-webhooks');
}, 60_000);
afterAll(() => house.end());

const arrivalParts = {
  jobs: { sendUnlessAsked: async () => {} },
  outside: { secretKey: () => Promise.reject(new Error('nothing is kept')) },
};

/** Minutes after the clock of the world at its beginning. */
interface News {
  minute: number;
  event: string;
  detail?: object;
  inside?: object;
}

async function tell(bench: SourceBench, { minute, event, detail = {}, inside = {} }: News): Promise<void> {
  const kind = findWebhookSource('zendesk');
  if (kind === null) throw new Error('no such source');
  const body = {
    ...{ type: `zen:event-type:ticket.${event}`, time: atMinute(minute), subject: 'zen:ticket:1001', event: inside },
    detail: { id: '1001', subject: 'About 1001', status: 'OPEN', requester_id: '71', ...detail },
  };
  const request = { raw: Buffer.from(JSON.stringify(body)), header: () => undefined, ownDomains: [] };
  const { pieces } = readWebhook(kind, { ...request, receivedAt: bench.world.now() });
  const { source } = await bench.connection();
  await inWorkspace(house.store, firstWorkspace, (db) =>
    receiveArrival(arrivalParts, db, firstWorkspace, {
      ...{ cameBy: 'webhook', sender: 'receiver 1', source, format: 'zendesk', pieces },
    }),
  );
}

const beginning = Date.parse('2026-03-10T12:00:00Z');
const atMinute = (minute: number): string => new Date(beginning + minute * 60_000).toISOString();
const comment = (id: string, body: string) => ({
  comment: { id, body, is_public: true, author: { id: '12', name: 'Mara Voss', is_staff: true } },
});

const open = async (): Promise<SourceBench> =>
  house.open(zendeskStub, (world) => void world.add('1001', ['customer', 'agent'], 60));
const stateOf = async (bench: SourceBench) => ({
  status: (await bench.heads())[0]?.status,
  texts: (await bench.stored()).map(({ text }) => text),
});
const close = (bench: SourceBench): void => {
  bench.world.find('1001').isClosed = true;
  bench.world.touch('1001');
};

describe('a webhook beside a connection', () => {
  it('that comes after the past was read, and is older, changes nothing of it', async () => {
    const bench = await open();
    bench.wait(600);
    close(bench);
    await bench.read();
    await tell(bench, { minute: -30, event: 'status_changed' });
    await bench.read();
    expect(await stateOf(bench)).toMatchObject({ status: 'solved', texts: { length: 2 } });
  });

  it('that came before the past is read, and is older, gives way to what is read', async () => {
    const bench = await open();
    bench.wait(600);
    await tell(bench, { minute: -30, event: 'status_changed' });
    close(bench);
    await bench.read();
    expect(await stateOf(bench)).toMatchObject({ status: 'solved', texts: { length: 2 } });
  });

  it('that is newer than what was read of the past stands, in either order', async () => {
    for (const isFirst of [true, false]) {
      const bench = await open();
      bench.wait(600);
      if (!isFirst) await bench.read();
      await tell(bench, { minute: 12, event: 'status_changed', detail: { status: 'SOLVED' } });
      await bench.read();
      expect([isFirst, await stateOf(bench)]).toMatchObject([isFirst, { status: 'solved' }]);
    }
  });

  it('that is older than what was read live changes nothing, in either order', async () => {
    for (const isFirst of [true, false]) {
      const bench = await open();
      await bench.read();
      bench.wait(600);
      if (isFirst) await tell(bench, { minute: 5, event: 'status_changed' });
      close(bench);
      await bench.read();
      if (!isFirst) await tell(bench, { minute: 5, event: 'status_changed' });
      await bench.read();
      expect([isFirst, await stateOf(bench)]).toMatchObject([isFirst, { status: 'solved' }]);
    }
  });

  it('still brings a message that what was read did not have: a list may lag behind', async () => {
    const bench = await open();
    bench.wait(600);
    await bench.read();
    await tell(bench, { minute: 9, event: 'comment_added', inside: comment('5555', 'It is on its way.') });
    await bench.read();
    expect((await stateOf(bench)).texts.at(-1)).toBe('It is on its way.');
  });

  it('of a deletion, followed by the conversation being made anew, ends with it there; the other way round, without', async () => {
    const back = await open();
    await back.read();
    back.wait(300);
    back.world.delete('1001');
    back.wait(300);
    await tell(back, { minute: 5, event: 'soft_deleted' });
    await back.read();
    expect(await back.stored()).toEqual([]);
    back.wait(61);
    back.world.find('1001').isDeleted = false;
    back.world.touch('1001');
    await back.read();
    expect((await stateOf(back)).texts).toHaveLength(2);
    // The same news once more, late, must not take it away again.
    await tell(back, { minute: 5, event: 'soft_deleted' });
    await back.read();
    expect((await stateOf(back)).texts).toHaveLength(2);

    const gone = await open();
    gone.wait(600);
    gone.world.delete('1001');
    await gone.read();
    await tell(gone, { minute: 5, event: 'soft_deleted' });
    await tell(gone, { minute: 4, event: 'comment_added', inside: comment('5556', 'Said before it was deleted.') });
    await gone.read();
    expect(await gone.stored()).toEqual([]);
  });

  it('of a deletion that is older than the reading of the past does not take away what was there', async () => {
    const bench = await open();
    bench.wait(600);
    await bench.read();
    await tell(bench, { minute: 2, event: 'soft_deleted' });
    await bench.read();
    expect((await stateOf(bench)).texts).toHaveLength(2);
  });

  it('is stored once however often it comes', async () => {
    const bench = await open();
    await bench.read();
    bench.wait(600);
    for (let times = 0; times < 3; times++) {
      await tell(bench, { minute: 9, event: 'comment_added', inside: comment('5557', 'It is on its way.') });
    }
    await bench.read();
    expect((await stateOf(bench)).texts).toHaveLength(3);
  });

  it('leaves nothing broken', async () => {
    const found = await verifyStore(house.store, { now: () => 0 });
    expect(found.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});
