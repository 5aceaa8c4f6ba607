/** A connection and a webhook speak of the same conversations: whoever comes late must not undo what is newer. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import { openOutside } from '../outbound/open-outside.ts';
import { ringConnection } from '../store/connection-rings.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { findWebhookSource } from '../webhooks/all-webhook-sources.ts';
import { readWebhook } from '../webhooks/read-webhook.ts';
import { freshdeskStub } from './freshdesk/freshdesk-stub.fixture.ts';
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
});

describe('a ring of a helpdesk that signs nothing', () => {
  const openRinging = async (): Promise<SourceBench> => {
    const bench = await house.open(freshdeskStub, (world) => void world.add('1001', ['customer', 'agent'], 600));
    await bench.read();
    return bench;
  };
  const ring = async (bench: SourceBench): Promise<string> => {
    const { kind, source } = await bench.connection();
    const at = bench.world.now();
    if (kind !== 'freshdesk') throw new Error('it would sign');
    return inWorkspace(house.store, firstWorkspace, (db) => ringConnection(db, firstWorkspace, { kind, source, at }));
  };
  const lists = (bench: SourceBench): number => bench.stub.asked.filter((one) => /\/tickets\?/.test(one)).length;

  it('brings what was said without waiting for the next look in turn', async () => {
    const bench = await openRinging();
    bench.wait(20);
    bench.world.say('1001', 'customer', 'Is anybody there?');
    await bench.read();
    expect(await bench.stored()).toHaveLength(2);
    expect(await ring(bench)).toBe('rang');
    await bench.read();
    expect((await bench.stored()).at(-1)?.text).toBe('Is anybody there?');
    expect((await bench.connection()).rungAt).toBeNull();
  });

  it('however often it comes lets nobody look more than four times a minute, nor stored ones again and again', async () => {
    const bench = await openRinging();
    const before = { lists: lists(bench), all: bench.stub.asked.length };
    const verdicts = new Set<string>();
    for (let second = 0; second < 60; second++) {
      bench.wait(1);
      verdicts.add(await ring(bench));
      await bench.read();
    }
    expect(verdicts).toEqual(new Set(['rang', 'rang-already']));
    // Two lists of tickets in each look: the changed ones and the deleted ones.
    expect((lists(bench) - before.lists) / 2).toBeGreaterThanOrEqual(3);
    expect((lists(bench) - before.lists) / 2).toBeLessThanOrEqual(4);
    expect(bench.stub.asked.length - before.all).toBeLessThan(25);
  });

  it('while a look is under way is followed by another one: that look may have passed what it means', async () => {
    const bench = await openRinging();
    bench.wait(61);
    const { send } = openOutside({
      environment: { RAPPORT_PRIVATE_HOSTS: new URL(bench.stub.address).host },
      dataFolder: '/nowhere',
      now: () => bench.world.clock,
    });
    let hasRung = false;
    await bench.read({
      send: async (...given) => {
        const answer = await send(...given);
        if (!hasRung) expect(await ring(bench)).toBe('rang');
        hasRung = true;
        return answer;
      },
    });
    bench.world.say('1001', 'agent', 'Said just after the list was shown.');
    expect((await bench.connection()).rungAt).not.toBeNull();
    bench.wait(16);
    await bench.read();
    expect((await bench.stored()).at(-1)?.text).toBe('Said just after the list was shown.');
  });

  it('wakes nobody who was paused, and shortens no pause that the helpdesk asked for', async () => {
    const bench = await openRinging();
    bench.wait(61);
    bench.stub.fault = () => ({ retryAfter: 500 });
    await bench.read();
    const { nextAt } = await bench.connection();
    expect(await ring(bench)).toBe('rang');
    expect((await bench.connection()).nextAt).toBe(nextAt);
    bench.stub.fault = () => null;
    await bench.actions.pause(bench.connectionId);
    expect(await ring(bench)).toBe('nobody-looks');
    expect(await bench.connection()).toMatchObject({ state: 'paused', nextAt: null });
  });
});

describe('all of it together', () => {
  it('leaves nothing broken', async () => {
    const found = await verifyStore(house.store, { now: () => 0 });
    expect(found.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});
