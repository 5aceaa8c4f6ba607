import { getAgentsRights, RapportError, setAgentsRights } from '@rapport/contract';
import { findMissing, loadAgentsRights, saveAgentsRights } from '../store/agents-rights.ts';
import { writeAudit } from '../store/audit.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveAgentsRights(api: Api, parts: AppParts): void {
  serve(api, getAgentsRights, (_given, person) => ask(parts, person, loadAgentsRights));

  serve(api, setAgentsRights, ({ body: filled }, person) =>
    ask(parts, person, async (db, workspace) => {
      const missing = findMissing(filled);
      if (filled.viewsOn && missing.length > 0) {
        throw new RapportError('conflict', {
          what: 'Per-agent views stay off until all four are filled.',
          why: 'Agents have a right to know what is measured, what for, and how long it is kept.',
          wayOut: 'Fill in when they were told, the agreement, the purposes and the retention.',
        });
      }
      await saveAgentsRights(db, workspace, { filled, changedBy: person.id });
      const detail = { viewsOn: filled.viewsOn, missing: missing.length };
      await writeAudit(db, person, { what: 'rights-changed', detail });
      return loadAgentsRights(db, workspace);
    }),
  );
}
