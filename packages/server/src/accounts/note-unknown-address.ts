/**
 * A failed sign-in with an address that nobody here has stands in the log, too: whoever tries out addresses leaves a
 * trace. The address itself does not: it may be anybody's. It is cut from a keyed hash, so that the same one is known
 * again in this log and nowhere else.
 */
import { createHmac } from 'node:crypto';
import { writeAudit } from '../store/audit.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { limitTries } from './limit-tries.ts';

const hourMilliseconds = 3_600_000;
/** Made-up addresses must not fill the log, which nothing is ever taken out of. */
const entriesAnHour = 60;

export function openUnknownNotes(o: { store: Pick<Store, 'db'>; secret: string; now: () => Date }) {
  const now = () => o.now().getTime();
  const ofOne = limitTries({ tries: 1, milliseconds: hourMilliseconds / 4, now });
  const ofAll = limitTries({ tries: entriesAnHour, milliseconds: hourMilliseconds, now });
  return async (email: string): Promise<void> => {
    const mark = createHmac('sha256', o.secret).update(`address ${email}`).digest('hex').slice(0, 12);
    if (ofOne.take(mark) > 0 || ofAll.take('all') > 0) return;
    const nobody = { id: 'nobody', workspace: firstWorkspace };
    const detail = { by: 'password', known: false };
    await inWorkspace(o.store, firstWorkspace, (db) =>
      writeAudit(db, nobody, { what: 'sign-in-failed', object: `address ${mark}`, detail }),
    );
  };
}
