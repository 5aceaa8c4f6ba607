import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const utterance = (id: string, speaker: unknown, over: Record<string, unknown> = {}) => ({
  id,
  conversation_id: 'a',
  speaker,
  reply_to: null,
  timestamp: null,
  text: `Words of ${id}.`,
  meta: {},
  ...over,
});
const read = (...entries: unknown[]) =>
  readWhole(entries.map((entry) => JSON.stringify(entry)).join('\n'), { fileName: 'utterances.jsonl' });

describe('ConvoKit', () => {
  it('guesses by who spoke first, unless the corpus says who is who', async () => {
    const found = await read(
      utterance('a', 'u1'),
      utterance('b', 'u2', { reply_to: 'a' }),
      utterance('c', 'u3', { meta: { role: 'customer' } }),
      utterance('d', 'u4', { meta: { is_agent: true } }),
    );
    expect(
      found.conversations[0]?.messages.map(({ role, roleGuessed, author }) => [author, role, roleGuessed]),
    ).toEqual([
      ['u1', 'customer', true],
      ['u2', 'agent', true],
      ['u3', 'customer', undefined],
      ['u4', 'agent', undefined],
    ]);
  });

  it('reads the names of older corpora, and times only where they are times', async () => {
    const old = { id: 'a', root: 'a', user: 'u1', 'reply-to': null, timestamp: 12, text: 'Hi' };
    const found = await read(old, { ...old, id: 'b', timestamp: '1772960400.0' });
    expect(found.plan.format).toBe('convokit');
    expect(found.problems).toEqual([]);
    expect(found.conversations[0]?.messages.map(({ at }) => at)).toEqual([null, '2026-03-08T09:00:00.000Z']);
    expect((await read(utterance('a', { id: 'u9' }))).conversations[0]?.messages[0]?.author).toBe('u9');
  });
});
