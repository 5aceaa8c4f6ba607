import {
  changeTeam,
  listTeams as listTeamsEndpoint,
  makeTeam,
  removeTeam as removeTeamEndpoint,
} from '@rapport/contract';
import { refreshReasonsOfTeams } from '../jobs/refresh-reasons-of-teams.ts';
import { refreshTeams } from '../jobs/refresh-teams.ts';
import { forgetAnswersOfTeam } from '../store/answers-of-teams.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { listTeams, removeTeam, saveTeam } from '../store/teams.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveTeams(api: Api, parts: AppParts): void {
  serve(api, listTeamsEndpoint, async (_given, person) => ({
    teams: await ask(parts, person, (db, workspace) =>
      listTeams(db, workspace, person.sees === null ? null : person.id),
    ),
  }));

  serve(api, makeTeam, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const made = await saveTeam(db, workspace, null, body);
      await parts.jobs.sendUnlessWaiting(db, refreshTeams, { workspaceId: workspace });
      await parts.jobs.sendUnlessWaiting(db, refreshReasonsOfTeams, { workspaceId: workspace });
      await writeAudit(db, person, { what: 'team-made', object: made.id, detail: sizesOf(made) });
      return made;
    }),
  );

  serve(api, changeTeam, ({ params: { teamId }, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const changed = await saveTeam(db, workspace, teamId, body);
      await forgetAnswersOfTeam(db, workspace, numberOf(teamId));
      await parts.jobs.sendUnlessWaiting(db, refreshTeams, { workspaceId: workspace });
      await parts.jobs.sendUnlessWaiting(db, refreshReasonsOfTeams, { workspaceId: workspace });
      await writeAudit(db, person, { what: 'team-changed', object: teamId, detail: sizesOf(changed) });
      return changed;
    }),
  );

  serve(api, removeTeamEndpoint, ({ params: { teamId } }, person) =>
    ask(parts, person, async (db, workspace) => {
      await removeTeam(db, workspace, teamId);
      await writeAudit(db, person, { what: 'team-removed', object: teamId });
      return { done: true };
    }),
  );
}

const sizesOf = ({ members, authors }: { members: unknown[]; authors: unknown[] }) => ({
  members: members.length,
  authors: authors.length,
});
