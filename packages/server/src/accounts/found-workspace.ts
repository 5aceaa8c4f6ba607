/** Another workspace, with the one who made it as its owner. */
import { writeAudit } from '../store/audit.ts';
import { saveMembership } from '../store/members.ts';
import type { Db } from '../store/open-store.ts';
import { goOnIn, makeWorkspace } from '../store/workspaces.ts';

/** In one transaction of the workspace of whoever makes it. @returns the id of the new one */
export async function foundWorkspace(
  db: Db,
  person: { id: string; workspace: number },
  { name, owner }: { name: string; owner: string | null },
): Promise<number> {
  const workspace = await makeWorkspace(db, name);
  await writeAudit(db, person, { what: 'workspace-made', object: String(workspace) });
  if (owner !== null) {
    await goOnIn(db, workspace);
    await saveMembership(db, workspace, { userId: owner, role: 'owner' });
    await writeAudit(db, { id: owner, workspace }, { what: 'owner-made', object: owner, detail: { by: 'workspace' } });
    await goOnIn(db, person.workspace);
  }
  return workspace;
}
