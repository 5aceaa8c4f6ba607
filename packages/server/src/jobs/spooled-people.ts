/** A helpdesk's list of people that came beside a file, kept until the file is read. */
import { type IntakePlan, RapportError } from '@rapport/contract';
import { FileRefused, type People, readPeople, unpackFile } from '@rapport/intake';
import type { ImportWork } from '../store/imports.ts';
import type { Spool } from './spool.ts';

/** The plan when these people are known; as it was when there are none. */
export const withPeople = (plan: IntakePlan, people: People): IntakePlan =>
  people.size === 0 ? plan : { ...plan, asksForPeople: false, knownPeople: people.size };

/** In one form, however they came. */
export async function writePeople(
  spool: Spool,
  { importId, key }: { importId: number; key: Buffer },
  people: People,
): Promise<void> {
  if (people.size === 0) return;
  const list = JSON.stringify([...people].map(([id, person]) => ({ id, ...person })));
  await spool.write(
    { importId, part: 'people', key },
    (async function* () {
      yield Buffer.from(list);
    })(),
  );
}

/** Null where no list came. */
export async function readSpooledPeople(
  spool: Spool,
  { id: importId, plan, spoolKey: key }: Pick<ImportWork, 'id' | 'plan' | 'spoolKey'>,
): Promise<People | null> {
  if (!plan?.knownPeople || key === null) return null;
  return readPeople((fromByte) => spool.open({ importId, part: 'people', key }, fromByte));
}

/**
 * Takes in a second file, as sent: plain or as .gz.
 *
 * @throws RapportError `unreadable-file` when there is nobody in it, `too-large`
 */
export async function receivePeople(
  spool: Spool,
  { importId, key }: { importId: number; key: Buffer },
  given: { fileName: string; bytes: AsyncIterable<Uint8Array>; limitBytes: number },
): Promise<People> {
  const file = { importId, part: 'people', key } as const;
  await spool.write(file, given.bytes, { limitBytes: given.limitBytes });
  const plain = () =>
    unpackFile((from) => spool.open(file, from), { encoding: 'utf-8', member: null }, { fileName: given.fileName });
  try {
    const found = [...(await readPeople(plain))];
    // Tickets have ids too; a person has a role or an address beside it.
    const people = new Map(found.filter(([, { role, email }]) => role !== null || email !== ''));
    if (people.size > 0) {
      await writePeople(spool, { importId, key }, people);
      return people;
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
  throw new RapportError('unreadable-file', {
    what: `“${given.fileName}” holds no people that can be read.`,
    why: 'Nothing was changed.',
    wayOut: 'Send the helpdesk’s list of users as JSON: an id, a name and a role each. Or go on without it.',
  });
}
