/** The list of people that lies beside the conversations in a zip, such as users.json beside tickets.json. */
import { defaultLimits, type IntakeLimits } from '../limits.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { openPacked } from '../unpack/open-packed.ts';
import { isPeopleName, isZip, listMembers } from '../unpack/read-zip-member.ts';
import type { KnownPerson, People } from '../who/people.ts';
import { readPeople } from './read-people.ts';

/**
 * Empty where the file is no zip, or none of its files is named like a list of people.
 *
 * @param o.member the file that holds the conversations
 * @throws {FileRefused} when the archive is damaged, encrypted or a bomb
 */
export async function readPeopleInArchive(
  open: OpenBytes,
  o: { fileName: string; member: string | null; limits?: IntakeLimits },
): Promise<People> {
  const people = new Map<string, KnownPerson>();
  const full = { fileName: o.fileName, limits: o.limits ?? defaultLimits };
  if (!isZip(await takeHead(open, 8))) return people;
  for (const name of (await listMembers(open(0), full)).keys()) {
    if (name === o.member || !isPeopleName(name)) continue;
    const found = await readPeople(() => openPacked(open, name, full), full.limits);
    for (const [id, person] of found) people.set(id, person);
  }
  return people;
}
