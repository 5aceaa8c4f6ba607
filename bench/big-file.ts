/** A large file made of a small one: repeated with ids, customers and days of its own for each repeat. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const preferred = '../shared/inbox/star.jsonl.gz';
/** Real chats where the folder beside the repository is there, else the sample team. */
export const repeatedFile = existsSync(preferred) ? preferred : 'examples/sample-team/sample-team.jsonl.gz';

interface Line {
  id: string;
  customer?: string;
  messages: { id?: string; at?: string; role: string; author: string }[];
}

const dayMilliseconds = 86_400_000;

/** @returns how much was written: whole conversations, until there are at least so many messages */
export async function writeBigFile(path: string, wanted: number): Promise<{ conversations: number; messages: number }> {
  const lines: Line[] = [];
  const small = createInterface({ input: createReadStream(repeatedFile).pipe(createGunzip()) });
  for await (const line of small) if (line.trim() !== '') lines.push(JSON.parse(line) as Line); // written as Line
  const written = { conversations: 0, messages: 0 };
  function* repeat(): Generator<string> {
    for (let round = 0; ; round += 1) {
      for (const line of lines) {
        if (written.messages >= wanted) return;
        written.conversations += 1;
        written.messages += line.messages.length;
        yield `${JSON.stringify(toRound(line, round))}\n`;
      }
    }
  }
  await pipeline(Readable.from(repeat()), createGzip({ level: 1 }), createWriteStream(path));
  return written;
}

function toRound(line: Line, round: number): Line {
  const own = (text: string) => `${text}-${round}`;
  return {
    ...line,
    id: own(line.id),
    ...(line.customer === undefined ? {} : { customer: own(line.customer) }),
    messages: line.messages.map((message) => ({
      ...message,
      ...(message.id === undefined ? {} : { id: own(message.id) }),
      ...(message.at === undefined
        ? {}
        : { at: new Date(Date.parse(message.at) + round * dayMilliseconds).toISOString() }),
      author: message.role === 'customer' ? own(message.author) : message.author,
    })),
  };
}
