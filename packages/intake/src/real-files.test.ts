/** Real exports beside the project; without them these tests are skipped, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.test-data.ts';

const at = (name: string): URL => new URL(`../../../../shared/inbox/${name}`, import.meta.url);
const read = (name: string) => readWhole(readFileSync(at(name)), { fileName: name });
const agentsOf = ({ conversations }: Awaited<ReturnType<typeof read>>): number =>
  new Set(
    conversations.flatMap(({ messages }) =>
      messages.filter(({ role }) => role === 'agent').map(({ author }) => author),
    ),
  ).size;

const hasStar = existsSync(at('star.csv.gz')) && existsSync(at('star.jsonl.gz'));
describe.skipIf(!hasStar)(
  `star.csv.gz and star.jsonl.gz${hasStar ? '' : ' (skipped: ../shared/inbox is not here)'}`,
  () => {
    it.each(['star.csv.gz', 'star.jsonl.gz'])('%s is read whole: 4,844 conversations of 108 agents', async (name) => {
      const found = await read(name);
      expect(found.problems).toEqual([]);
      expect(found.counts).toMatchObject({ units: 86_493, accepted: 86_493, messages: 86_493, conversations: 4844 });
      expect(found.plan).toMatchObject({ units: 86_493, conversations: 4844, needsTimeZone: false, needsMapping: [] });
      expect(agentsOf(found)).toBe(108);
    });

    it('both forms give the same words in the same order', async () => {
      const words = ({ conversations }: Awaited<ReturnType<typeof read>>) =>
        conversations
          .map(({ id, messages }) =>
            [id, ...messages.map((one) => `${one.id} ${one.at} ${one.role} ${one.author} ${one.text}`)].join('\n'),
          )
          .toSorted();
      const [csv, jsonl] = [words(await read('star.csv.gz')), words(await read('star.jsonl.gz'))];
      // Compared as a whole: a difference must not print anybody's words.
      expect(csv.join('\n') === jsonl.join('\n')).toBe(true);
    });
  },
);

const hasTwitter = existsSync(at('twitter-care.jsonl.gz'));
describe.skipIf(!hasTwitter)(
  `twitter-care.jsonl.gz${hasTwitter ? '' : ' (skipped: ../shared/inbox is not here)'}`,
  () => {
    it('is read whole: 520 public threads', async () => {
      const found = await read('twitter-care.jsonl.gz');
      expect(found.problems).toEqual([]);
      expect(found.counts).toMatchObject({ conversations: 520, rejected: 0, duplicate: 0 });
    });
  },
);
