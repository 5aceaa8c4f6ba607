/** The link that makes an owner: printed in the terminal, or made by an owner; once, within a day. */
import { writeAudit } from '../store/audit.ts';
import { saveInvitation } from '../store/invitations.ts';
import type { Db } from '../store/open-store.ts';
import { makeLinkToken } from './one-time-secrets.ts';

const dayMilliseconds = 86_400_000;

/** Behind the # of an address nothing is sent to a server or written into its log; the page reads it there. */
export const linkAddress = (origin: string, token: string): string => `${origin}/join#${token}`;

export async function makeOwnerLink(
  db: Db,
  person: { id: string; workspace: number },
  { now, origin }: { now: Date; origin: string },
): Promise<{ link: string; expiresAt: string }> {
  const { token, hash: tokenHash } = makeLinkToken(person.workspace);
  const expiresAt = new Date(now.getTime() + dayMilliseconds);
  const made = { kind: 'owner', tokenHash, madeBy: person.id, now, expiresAt } as const;
  const id = await saveInvitation(db, person.workspace, made);
  await writeAudit(db, person, { what: 'owner-link-made', object: String(id) });
  return { link: linkAddress(origin, token), expiresAt: expiresAt.toISOString() };
}
