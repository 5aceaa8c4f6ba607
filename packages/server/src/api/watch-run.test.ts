import { type ImportRun, type ImportState, noMasks } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { watchRun } from './watch-run.ts';

const run = (state: ImportState): ImportRun => ({
  ...{ id: '1', fileName: 'a.csv', fileBytes: 1, source: 'csv', state, plan: null, problems: 0, failure: null },
  counts: {
    ...{ bytesRead: 0, bytesTotal: 1, units: 0, accepted: 0, updated: 0, duplicate: 0, rejected: 0, conversations: 0 },
    ...{ toScore: 0, scored: 0, masked: noMasks, notScored: [] },
  },
  period: { from: null, to: null },
  startedAt: '2025-01-01T00:00:00Z',
  finishedAt: null,
  scoringStartedAt: null,
});

const collect = async (states: ImportState[], listen: (told: () => void) => () => void, every: number) => {
  const seen: string[] = [];
  let at = 0;
  const load = async () => run(states[Math.min(at++, states.length - 1)] ?? 'done');
  const signal = new AbortController().signal;
  const watching = watchRun({ load, listen, signal, lookEveryMilliseconds: every, pauseMilliseconds: 0 });
  for await (const event of watching) if (event !== null) seen.push((event.data as ImportRun).state);
  return seen;
};

describe('watching an import', () => {
  it('begins with how it is, tells each change once, and ends when it is over', async () => {
    const seen = await collect(['reading', 'reading', 'scoring', 'done'], () => () => {}, 1);
    expect(seen).toEqual(['reading', 'scoring', 'done']);
  });

  it('wakes at a notice, long before it would look by itself', async () => {
    const ring = (told: () => void) => {
      const timer = setInterval(told, 5);
      return () => clearInterval(timer);
    };
    expect(await collect(['reading', 'done'], ring, 60_000)).toEqual(['reading', 'done']);
  });

  it('stops listening when nobody watches any more', async () => {
    const gone = new AbortController();
    let listening = true;
    const stop = () => {
      listening = false;
    };
    const load = async () => run('reading');
    const watching = watchRun({ load, listen: () => stop, signal: gone.signal, lookEveryMilliseconds: 60_000 });
    await watching.next();
    const next = watching.next();
    gone.abort();
    expect((await next).done).toBe(true);
    expect(listening).toBe(false);
  });
});
