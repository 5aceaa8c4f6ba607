import { describe, expect, it } from 'vitest';
import { longTranscript, readTranscript } from './read-transcripts.ts';
import { readTranscriptTask } from './transcript-task.ts';

const turn = (n: number): string => `Kim: My kettle ${n} broke again.\nAnn: I am sorry about kettle ${n}, Kim.\n`;
const long = Array.from({ length: 200 }, (_, n) => turn(n)).join('');

describe('a long pasted transcript, read in a thread of its own', () => {
  it('is what reading in place gives, with the roles a person says', async () => {
    expect(long.length).toBeGreaterThan(longTranscript);
    const speakers = [
      { name: 'Kim', role: 'agent' as const },
      { name: 'Ann', role: 'customer' as const },
    ];
    const task = { text: long, kind: 'chat' as const, said: { speakers } };
    const apart = await readTranscript(task);
    expect(apart).toEqual(await readTranscriptTask(task));
    expect([apart.accepted, apart.conversations.length]).toEqual([400, 1]);
    expect(apart.plan.speakers).toMatchObject(speakers);
  });

  it('is refused with the same words as a short one', async () => {
    const [said, kind] = [{}, 'call' as const];
    const refused = { code: 'unreadable-file', parts: { wayOut: expect.stringContaining('a name and a colon') } };
    for (const text of ['Nobody spoke at all.', 'Nobody spoke at all. '.repeat(1000)]) {
      await expect(readTranscript({ text, kind, said })).rejects.toMatchObject(refused);
    }
  });
});
