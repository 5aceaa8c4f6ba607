import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type BenchHouse, openBenchHouse } from '../source-bench.fixture.ts';
import { zendeskStub } from './zendesk-stub.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

let house: BenchHouse;
beforeAll(async () => {
  house = await openBenchHouse('zendesk-surveys');
}, 60_000);
afterAll(() => house.end());

const ids = ['1001', '1002', '1003', '1004', '1005'];

it('reads answers to the newer surveys on their own scale, of the past over several pages, and whom they are about', async () => {
  const bench = await house.open(zendeskStub, (world) => {
    for (const id of ids) {
      const { updatedAt: at } = world.add(id, ['customer', 'agent', 'second'], 120);
      world.find(id).rating = { isGood: true, about: 'second', at, stars: Number(id.at(-1)) };
    }
  });
  await bench.read();
  const heads = await bench.heads();
  expect(heads.map(({ csat_raw }) => csat_raw)).toEqual(['1', '2', '3', '4', '5']);
  for (const { csat_agent_key } of heads) expect(String(csat_agent_key)).toMatch(/13$/);
  expect(bench.stub.asked.filter((one) => one.includes('page[after]=3')).length).toBeGreaterThan(0);
});

it('notices an answer that is given while the ticket itself does not change', async () => {
  const bench = await house.open(zendeskStub, (world) => void world.add('1001', ['customer', 'agent'], 120));
  await bench.read();
  bench.wait(600);
  bench.world.find('1001').rating = { isGood: true, about: 'agent', at: bench.world.now().toISOString(), stars: 4 };
  await bench.read();
  expect((await bench.heads())[0]).toMatchObject({ csat_raw: '4', message_count: 2 });
});

it('goes without them where the plan has none', async () => {
  const without = {
    ...zendeskStub,
    answer: (...[world, request]: Parameters<typeof zendeskStub.answer>) =>
      request.path.includes('survey_responses') ? { status: 403, body: {} } : zendeskStub.answer(world, request),
  };
  const bench = await house.open(without, (world) => {
    const { updatedAt: at } = world.add('1001', ['customer', 'agent'], 120);
    world.find('1001').rating = { isGood: false, about: 'agent', at };
  });
  await bench.read();
  expect((await bench.heads())[0]).toMatchObject({ csat_raw: 'bad', message_count: 2 });
  expect(await bench.connection()).toMatchObject({ state: 'running', reason: null });
});
