import { enterWorkspace, makeWorkspace, RapportError, renameWorkspace } from '@rapport/contract';
import { foundWorkspace } from '../accounts/found-workspace.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { firstWorkspace } from '../store/in-workspace.ts';
import { listMemberships, moveSession, renameWorkspace as saveName } from '../store/workspaces.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveWorkspaces(api: Api, parts: AppParts): void {
  serve(api, makeWorkspace, async ({ body: { name } }, person) => {
    if (person.account === undefined) throw noAccount();
    if (person.workspace !== firstWorkspace) throw notTheFirst();
    const id = await ask(parts, person, (db) => foundWorkspace(db, person, { name, owner: person.id }));
    return { id: String(id), name, role: 'owner', current: false };
  });

  serve(api, renameWorkspace, ({ body: { name } }, person) =>
    ask(parts, person, async (db, workspace) => {
      await saveName(db, name);
      await writeAudit(db, person, { what: 'workspace-renamed', object: String(workspace) });
      return { id: String(workspace), name, role: 'owner', current: true };
    }),
  );

  serve(api, enterWorkspace, async ({ params }, person) => {
    const wanted = numberOf(params.workspaceId);
    const memberships = person.account === undefined ? [] : await listMemberships(parts.store, person.id);
    const found = memberships.find(({ workspace }) => workspace === wanted);
    if (found === undefined || person.account === undefined) throw noSuchWorkspace();
    const { workspace, name, role } = found;
    await moveSession(parts.store, { sessionId: person.account.sessionId, workspace });
    await ask(parts, { workspace }, (db) =>
      writeAudit(db, { id: person.id, workspace }, { what: 'workspace-entered', object: person.id }),
    );
    return { id: String(workspace), name, role, current: true };
  });
}

const noAccount = (): RapportError =>
  new RapportError('conflict', {
    what: 'Another workspace needs somebody who owns it.',
    why: 'Without accounts one person holds every right here.',
    wayOut: 'Make your own account first: Settings, People makes the owner’s link.',
  });

const notTheFirst = (): RapportError =>
  new RapportError('conflict', {
    what: 'Workspaces are made from the first one.',
    wayOut: 'Ask an owner of the first workspace, or use the command: rapport workspace.',
  });

const noSuchWorkspace = (): RapportError =>
  new RapportError('not-found', {
    what: 'You belong to no such workspace.',
    wayOut: 'Settings, My account shows those you belong to.',
  });
