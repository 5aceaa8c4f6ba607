/** What every connector has to do, against a helpdesk that behaves and misbehaves as the real one does. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openOutside } from '../outbound/open-outside.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { allStubs } from './all-stubs.fixture.ts';
import { type BenchHouse, expectedOf, openBenchHouse, type SourceBench } from './source-bench.fixture.ts';
import type { Fault, Speaker, StubSource, StubWorld } from './stub-world.fixture.ts';

// Each of these makes hundreds of small transactions.
vi.setConfig({ testTimeout: 60_000 });

let house: BenchHouse;
beforeAll(async () => {
  house = await openBenchHouse('connectors');
}, 60_000);
afterAll(() => house.end());

/** The second one’s id has more digits than a number keeps. */
const ids = ['1001', '9007199254740993', '1003', '1004', '1005', '1006', '1007'] as const;
const talk = (source: StubSource): Speaker[] =>
  (['customer', 'agent', 'note', 'second', 'bot', 'customer', 'agent'] as const).filter((by) =>
    source.speakers.includes(by),
  );
const fill = (source: StubSource) => (world: StubWorld) => {
  for (const [index, id] of ids.entries()) world.add(id, talk(source), 60 * 24 * (ids.length - index));
};
const isSame = async (bench: SourceBench, source: StubSource): Promise<void> =>
  expect(await bench.stored()).toEqual(expectedOf(bench.world, source));

describe.each(allStubs.map((stub) => [stub.kind, stub] as const))('%s', (_, source) => {
  it('introduces itself, and says plainly when the key is wrong or nothing is there', async () => {
    const bench = await house.open(source, fill(source));
    const draft = { kind: source.kind, name: 'x', address: bench.stub.address, historyDays: null };
    expect(await bench.actions.try({ ...draft, fields: source.fields })).toMatchObject({ works: true, reason: null });
    const wrong = Object.fromEntries(Object.keys(source.fields).map((name) => [name, 'wrong']));
    expect(await bench.actions.try({ ...draft, fields: wrong })).toMatchObject({
      works: false,
      reason: { code: 'key-refused' },
    });
    const elsewhere = await bench.actions.try({
      ...draft,
      address: `${bench.stub.address}/nowhere`,
      fields: source.fields,
    });
    expect(elsewhere.works).toBe(false);
  });

  it('brings the whole past, each message once, the first one too, ids with all their digits', async () => {
    const bench = await house.open(source, fill(source));
    await bench.read();
    await isSame(bench, source);
    const { counts, historyDone, state } =
      (await bench.actions.list()).find(({ id }) => id === String(bench.connectionId)) ?? {};
    expect({ historyDone, state }).toEqual({ historyDone: true, state: 'running' });
    expect(counts).toMatchObject({ conversations: ids.length, messages: ids.length * talk(source).length, changed: 0 });
  });

  it('leaves alone what is older than was asked for', async () => {
    const bench = await house.open(source, fill(source), 3.5 as number);
    await bench.read();
    // Request Tracker reads dates in somebody’s zone, so a day more may come.
    const found = new Set((await bench.stored()).map(({ conversation }) => conversation));
    expect([...found].filter((id) => ['1001', '9007199254740993', '1003'].includes(id))).toEqual([]);
    expect([...found]).toEqual(expect.arrayContaining(['1005', '1006', '1007']));
  });

  it('takes in a conversation of more than 500 messages', async () => {
    const bench = await house.open(source, (world) => {
      const turns = Array.from({ length: 520 }, (_, index): Speaker => (index % 2 === 0 ? 'customer' : 'agent'));
      world.add('2001', turns, 10);
    });
    await bench.read();
    expect(await bench.stored()).toHaveLength(520);
    await isSame(bench, source);
  });

  it('goes on after being killed at any request, and ends in the same', async () => {
    const bench = await house.open(source, fill(source));
    const asked = new Set<string>();
    let killed = 0;
    // Each question is asked twice: the first time the process dies before the answer comes.
    for (let tries = 0; tries < 500; tries++) {
      const { send } = openOutside({
        environment: { RAPPORT_PRIVATE_HOSTS: new URL(bench.stub.address).host },
        dataFolder: '/nowhere',
        now: () => 0,
      });
      const died = new Promise<'died'>((resolve) => {
        void bench
          .read({
            forgetful: true,
            send: async (request) => {
              const question = `${request.method} ${request.url.href} ${request.body ?? ''}`;
              if (asked.has(question)) return send(request);
              asked.add(question);
              resolve('died');
              return new Promise(() => {});
            },
          })
          .then(() => resolve('died'));
      });
      const before = asked.size;
      await died;
      if (asked.size === before) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThanOrEqual(ids.length);
    await isSame(bench, source);
  }, 60_000);

  it('keeps a pause it is asked for, and says so', async () => {
    const bench = await house.open(source, fill(source));
    bench.stub.fault = (number) => (number === 4 ? { retryAfter: 7 } : null);
    await bench.read();
    const waiting = await bench.connection();
    expect(waiting).toMatchObject({ state: 'running', reason: { code: 'asked-to-wait' }, failures: 0 });
    expect(Date.parse(waiting.nextAt ?? '') - bench.world.clock).toBe(7000);
    const asked = bench.stub.asked.length;
    bench.wait(6);
    await bench.read();
    expect(bench.stub.asked.length).toBe(asked);
    bench.wait(1);
    await bench.read();
    await isSame(bench, source);
    expect((await bench.connection()).reason).toBeNull();
  });

  it.each<Fault>(['server-error', 'drop', 'half'])('gets over it when every third answer is bad: %s', async (fault) => {
    const bench = await house.open(source, fill(source));
    bench.stub.fault = (number) => (number % 3 === 0 ? fault : null);
    for (let tries = 0; tries < 40 && (await bench.connection()).lastReadAt === null; tries++) {
      await bench.read();
      bench.wait(1800);
    }
    bench.stub.fault = () => null;
    bench.wait(1800);
    await bench.read();
    await isSame(bench, source);
  });

  it('fails plainly when the other side is down for long, and recovers by itself', async () => {
    const bench = await house.open(source, fill(source));
    bench.stub.fault = () => 'server-error';
    for (let tries = 0; tries < 4; tries++) {
      await bench.read();
      bench.wait(1800);
    }
    expect(await bench.connection()).toMatchObject({ state: 'failing', reason: { code: 'server-error' } });
    bench.stub.fault = () => null;
    await bench.read();
    expect(await bench.connection()).toMatchObject({ state: 'running', reason: null, failures: 0 });
    await isSame(bench, source);
  });

  it('brings what is new within a minute: a message, an edit, a new conversation, also while years are being read', async () => {
    const bench = await house.open(source, fill(source));
    let said = false;
    bench.stub.fault = () => {
      if (said) return null;
      said = true;
      bench.world.say('1001', 'customer', 'It has come after all.');
      return null;
    };
    await bench.read();
    bench.wait(61);
    bench.world.say('1003', 'agent', 'I have looked into it.');
    bench.world.edit('1004', 1, 'What I meant to say.');
    bench.world.add('3001', ['customer', 'agent'], 0);
    await bench.read();
    await isSame(bench, source);
    // A list may show a change after the next look has begun.
    bench.wait(61);
    await bench.read();
    await isSame(bench, source);
    const changed = (await bench.actions.list()).find(({ id }) => id === String(bench.connectionId))?.counts.changed;
    expect(changed).toBe(1);
  });

  it('asks little when nothing has changed, and writes nothing', async () => {
    const bench = await house.open(source, fill(source));
    await bench.read();
    bench.wait(601);
    await bench.read();
    const before = (await bench.heads()).length;
    const asked = bench.stub.asked.length;
    for (let minutes = 0; minutes < 3; minutes++) {
      bench.wait(61);
      await bench.read();
    }
    // The lists, and six conversations in turn.
    const perLook = (bench.stub.asked.length - asked) / 3;
    expect(perLook).toBeLessThan(source.kind === 'request-tracker' ? 110 : 30);
    expect((await bench.heads()).length).toBe(before);
    await isSame(bench, source);
  });

  it('takes away what was deleted or merged there, and keeps the rest', async () => {
    const bench = await house.open(source, fill(source));
    await bench.read();
    bench.wait(120);
    bench.world.delete('1003');
    bench.world.merge('1004', '1005');
    // Not every helpdesk tells; stored conversations are looked at again in turn.
    for (let minutes = 0; minutes < 4; minutes++) {
      bench.wait(61);
      await bench.read();
    }
    await isSame(bench, source);
    expect((await bench.connection()).gone).toBe(source.keepsMerged ? 1 : 2);
  });

  it('does not double anything when everything is read again', async () => {
    const bench = await house.open(source, fill(source));
    await bench.read();
    const before = await bench.stored();
    bench.wait(600);
    await bench.actions.reread(bench.connectionId);
    await bench.read();
    expect(await bench.stored()).toEqual(before);
  });

  it('stops when paused, goes on when told to, and forgets only the connection when removed', async () => {
    const bench = await house.open(source, fill(source));
    await bench.actions.pause(bench.connectionId);
    await bench.read();
    expect(bench.stub.asked).toEqual([]);
    await bench.actions.resume(bench.connectionId);
    await bench.read();
    await isSame(bench, source);
    await bench.actions.remove(bench.connectionId);
    await isSame(bench, source);
    expect((await bench.actions.list()).filter(({ id }) => id === String(bench.connectionId))).toEqual([]);
  });

  it.runIf(source.rates)('reads a rating, and whom it is about: not the assignee', async () => {
    const bench = await house.open(source, (world) => {
      fill(source)(world);
      world.find('1006').rating = { isGood: false, about: 'second', at: world.find('1006').updatedAt };
    });
    await bench.read();
    const head = (await bench.heads()).find(({ source_id }) => source_id === '1006');
    expect(head?.csat_raw).not.toBeNull();
    expect(String(head?.csat_agent_key)).toMatch(/13$/);
  });

  it.runIf(source.speakers.includes('unknown'))(
    'keeps a part of an unknown kind as an event, and counts it once',
    async () => {
      const bench = await house.open(source, (world) => void world.add('4001', ['customer', 'unknown', 'agent'], 30));
      await bench.read();
      bench.wait(600);
      await bench.actions.reread(bench.connectionId);
      await bench.read();
      await isSame(bench, source);
      const problems = (await bench.actions.list()).find(({ id }) => id === String(bench.connectionId))?.problems;
      expect(problems).toMatchObject([{ code: 'unknown-value', count: 1, messages: 0 }]);
    },
  );

  it('has no secret in what is stored or logged', async () => {
    const bench = await house.open(source, fill(source));
    bench.stub.fault = () => 'drop';
    await bench.read();
    const { rows } = await inWorkspace(house.store, firstWorkspace, (db) =>
      db.selectFrom('connections').selectAll().where('id', '=', bench.connectionId).execute(),
    ).then((found) => ({ rows: found }));
    const secrets = Object.entries(source.fields).filter(([name]) => /token|secret|key$/i.test(name) && name !== 'key');
    for (const [, secret] of secrets) {
      expect(JSON.stringify(rows)).not.toContain(`"${secret}"`);
      expect(house.logged.join('\n')).not.toContain(secret === 'it' ? 'Bearer it' : ` ${secret}`);
    }
  });
});

describe('a connection in the store', () => {
  it('is found by verify when it would never be read again, or when its key lies open', async () => {
    const [stub] = allStubs;
    if (stub === undefined) throw new Error('there are no stubs');
    const bench = await house.open(stub, fill(stub));
    await bench.read();
    const broken = async (): Promise<string[]> =>
      (await verifyStore(house.store, { now: () => 0 })).flatMap(({ name, violations }) =>
        violations.map((one) => `${name}: ${one}`),
      );
    expect(await broken()).toEqual([]);
    const change = (set: { next_at: null } | { sealed_secret: string }) =>
      inWorkspace(house.store, firstWorkspace, (db) =>
        db.updateTable('connections').set(set).where('id', '=', bench.connectionId).execute(),
      );
    const expected = [`connections-go-on: connection ${bench.connectionId}`];
    await change({ next_at: null });
    expect(await broken()).toEqual(expected);
    await bench.actions.resume(bench.connectionId);
    await change({ sealed_secret: 'an open key' });
    expect(await broken()).toEqual(expected);
  });

  it('says that its key is lost when the database came to another machine, and takes a new one', async () => {
    const [stub] = allStubs;
    if (stub === undefined) throw new Error('there are no stubs');
    const bench = await house.open(stub, fill(stub));
    await inWorkspace(house.store, firstWorkspace, (db) =>
      db
        .updateTable('connections')
        .set({ sealed_secret: `v1.${'A'.repeat(60)}` })
        .where('id', '=', bench.connectionId)
        .execute(),
    );
    await bench.read();
    expect(await bench.connection()).toMatchObject({ state: 'failing', reason: { code: 'secret-lost' } });
    await bench.actions.change(bench.connectionId, {
      ...{ kind: stub.kind, name: 'Again', address: bench.stub.address, fields: stub.fields, historyDays: null },
    });
    await bench.read();
    await isSame(bench, stub);
  });

  it('finds the machine among those who answer, and leaves people alone', async () => {
    const [stub] = allStubs;
    if (stub === undefined) throw new Error('there are no stubs');
    const bench = await house.open(stub, (world) => {
      for (let index = 0; index < 12; index++) {
        const one = world.add(String(5000 + index), ['customer', 'second', 'agent'], 60 * index + 10);
        const [asked, answered] = one.messages;
        if (asked === undefined || answered === undefined) throw new Error('nobody speaks');
        answered.text = 'Thank you for your message. We will be with you soon.';
        answered.at = new Date(Date.parse(asked.at) + 1000).toISOString();
      }
    });
    await bench.read();
    await bench.lookAtPeople();
    const { source } = await bench.connection();
    const authors = await inWorkspace(house.store, firstWorkspace, (db) =>
      db
        .selectFrom('authors')
        .select(['author_key', 'role'])
        .where('source', '=', source)
        .orderBy('author_key')
        .execute(),
    );
    expect(authors.map(({ author_key, role }) => `${author_key} ${role}`)).toEqual([
      '12 agent',
      '13 bot',
      '71 customer',
    ]);
    expect(await bench.heads()).toEqual(expect.arrayContaining([expect.objectContaining({ needs_scoring: true })]));
  });

  it('shows people under their names, where the history of Request Tracker knows only logins', async () => {
    const stub = allStubs.find(({ kind }) => kind === 'request-tracker');
    if (stub === undefined) throw new Error('there is no such stub');
    const bench = await house.open(stub, (world) => void world.add('6001', ['customer', 'agent', 'second'], 5));
    await bench.read();
    const { source } = await bench.connection();
    const authors = await inWorkspace(house.store, firstWorkspace, (db) =>
      db
        .selectFrom('authors')
        .select('name')
        .where('source', '=', source)
        .where('role', '=', 'agent')
        .orderBy('name')
        .execute(),
    );
    expect(authors.map(({ name }) => name)).toEqual(['Jonas Weil', 'Mara Voss']);
  });
});
