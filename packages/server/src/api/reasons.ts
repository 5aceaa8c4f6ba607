import { careForReason, getReasons, RapportError, type ReasonCare, type ReasonsAnswer } from '@rapport/contract';
import { watchFix } from '@rapport/insight';
import { loadAnswerOfTeam } from '../store/answers-of-teams.ts';
import type { Db } from '../store/open-store.ts';
import { countAroundFix, isKnownReason, type KeptCare, listCare, saveCare } from '../store/reason-care.ts';
import { findFocusVersion } from '../store/scorer-versions.ts';
import { listSeen, type Sees } from '../store/seen.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';
import { type FoundWhose, findWhose } from './whose.ts';

export function serveReasons(api: Api, parts: AppParts): void {
  serve(api, getReasons, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { whose, team } = await findWhose(db, workspace, person, query.team);
      const reasons = await loadReasons(db, workspace, { whose, team });
      const care: ReasonCare[] = [];
      for (const kept of await listCare(db, workspace)) {
        care.push(await withFix(db, workspace, { kept, current: parts.scorerVersion }));
      }
      return { reasons: reasons && (await onlySeen(db, workspace, { reasons, sees: person.sees })), whose, care };
    }),
  );

  serve(api, careForReason, ({ params: { kind, key }, body: { owner, fixedAt } }, person) =>
    ask(parts, person, async (db, workspace) => {
      if (!(await isKnownReason(db, workspace, { kind, key }))) {
        throw new RapportError('not-found', {
          what: 'There is no such reason.',
          wayOut: 'Open the list of reasons again; groups change as conversations arrive.',
        });
      }
      if (fixedAt !== null && new Date(fixedAt) > parts.now()) {
        throw new RapportError('bad-request', {
          what: 'A fix cannot lie in the future.',
          why: 'What comes up after it is compared with before.',
          wayOut: 'Give today or an earlier day.',
        });
      }
      const kept: KeptCare = { kind, key, owner, fixedAt };
      await saveCare(db, workspace, { care: kept, saidBy: person.id, saidAt: parts.now() });
      return { care: await withFix(db, workspace, { kept, current: parts.scorerVersion }) };
    }),
  );
}

async function loadReasons(
  db: Db,
  workspace: number,
  { whose, team }: Pick<FoundWhose, 'whose' | 'team'>,
): Promise<ReasonsAnswer | null> {
  if (whose.refused !== null) return null;
  return team === null
    ? loadTeamAnswer(db, workspace, 'reasons')
    : loadAnswerOfTeam(db, workspace, { team, kind: 'reasons' });
}

async function withFix(
  db: Db,
  workspace: number,
  { kept, current }: { kept: KeptCare; current: string },
): Promise<ReasonCare> {
  if (kept.fixedAt === null) return { ...kept, fix: null };
  const scorerVersion = await findFocusVersion(db, workspace, current);
  const weeks = await countAroundFix(db, { workspace, scorerVersion }, { ...kept, fixedAt: kept.fixedAt });
  return { ...kept, fix: watchFix(weeks) };
}

/** The numbers are the whole team's; words of a conversation are only for those who may open it. */
async function onlySeen(
  db: Db,
  workspace: number,
  { reasons, sees }: { reasons: ReasonsAnswer; sees: Sees },
): Promise<ReasonsAnswer> {
  if (sees === null) return reasons;
  const all = [...reasons.problems, ...reasons.rules];
  const ids = all.flatMap(({ quotes }) => quotes.map(({ conversationId }) => conversationId));
  const seen = await listSeen(db, workspace, ids, sees);
  const narrow = (groups: ReasonsAnswer['problems']) =>
    groups.map((one) => ({ ...one, quotes: one.quotes.filter(({ conversationId }) => seen.has(conversationId)) }));
  return { ...reasons, problems: narrow(reasons.problems), rules: narrow(reasons.rules) };
}
