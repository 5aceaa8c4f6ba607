import {
  changeScorecard as changeEndpoint,
  createScorecard as createEndpoint,
  discardScorecardDraft,
  findDraft,
  findScorecardProblems,
  getDefaultScorecard,
  getScorecard,
  listScorecards as listEndpoint,
  publishScorecard,
  RapportError,
  type Scorecard,
  saveScorecardDraft,
  startScorecardDraft,
} from '@rapport/contract';
import { startingScorecard } from '@rapport/qualities';
import { writeAudit } from '../store/audit.ts';
import { loadDefaultScorecard } from '../store/default-scorecard.ts';
import type { Db } from '../store/open-store.ts';
import { createScorecard, discardDraft, publishDraft, saveDraft, startDraft } from '../store/scorecard-drafts.ts';
import { changeScorecard, listScorecards, loadScorecard } from '../store/scorecards.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveScorecards(api: Api, parts: AppParts): void {
  const within = <T>(person: Person, question: (db: Db, workspace: number) => Promise<T>): Promise<T> =>
    ask(parts, person, question);
  const by = ({ name }: Person) => ({ name, now: parts.now() });
  /** Does the work and answers with the scorecard as it then is. */
  const change = (person: Person, id: string, work: (db: Db, workspace: number) => Promise<void>) =>
    within(person, async (db, workspace) => {
      await work(db, workspace);
      return { scorecard: await loadScorecard(db, workspace, id) };
    });

  serve(api, listEndpoint, (_given, person) =>
    within(person, async (db, workspace) => {
      await loadDefaultScorecard(db, workspace, parts.now());
      const scorecards = await listScorecards(db, workspace);
      return { scorecards: scorecards.flatMap((card) => shownTo(person, card) ?? []) };
    }),
  );

  serve(api, getDefaultScorecard, (_given, person) =>
    within(person, (db, workspace) => loadDefaultScorecard(db, workspace, parts.now())),
  );

  serve(api, getScorecard, ({ params: { scorecardId } }, person) =>
    within(person, async (db, workspace) => {
      const shown = shownTo(person, await loadScorecard(db, workspace, scorecardId));
      // As if it did not exist: the store answers the same for an id that nobody has.
      return { scorecard: shown ?? (await loadScorecard(db, workspace, '0')) };
    }),
  );

  serve(api, createEndpoint, ({ body: { name, content = startingScorecard() } }, person) =>
    within(person, async (db, workspace) => {
      const id = await createScorecard(db, workspace, { name, content, by: by(person) });
      return { scorecard: await loadScorecard(db, workspace, id) };
    }),
  );

  serve(api, changeEndpoint, ({ params: { scorecardId }, body }, person) =>
    change(person, scorecardId, async (db, workspace) => {
      await changeScorecard(db, workspace, scorecardId, { ...body, now: parts.now() });
      if (body.archived === undefined) return;
      await writeAudit(db, person, {
        ...{ what: 'scorecard-put-away', object: scorecardId, detail: { away: body.archived } },
      });
    }),
  );

  serve(api, startScorecardDraft, ({ params: { scorecardId }, body: { versionId } }, person) =>
    change(person, scorecardId, (db, workspace) =>
      startDraft(db, workspace, scorecardId, { versionId, by: by(person) }),
    ),
  );

  serve(api, saveScorecardDraft, ({ params: { scorecardId }, body }, person) =>
    within(person, async (db, workspace) => ({
      version: await saveDraft(db, workspace, scorecardId, { ...body, by: by(person) }),
    })),
  );

  serve(api, discardScorecardDraft, ({ params: { scorecardId } }, person) =>
    change(person, scorecardId, (db, workspace) => discardDraft(db, workspace, scorecardId)),
  );

  serve(api, publishScorecard, ({ params: { scorecardId }, body }, person) =>
    change(person, scorecardId, async (db, workspace) => {
      refuseUnfinished(await loadScorecard(db, workspace, scorecardId));
      const number = findDraft(await loadScorecard(db, workspace, scorecardId))?.number ?? null;
      await publishDraft(db, workspace, scorecardId, { ...body, by: by(person) });
      await writeAudit(db, person, { what: 'scorecard-published', object: scorecardId, detail: { number } });
    }),
  );
}

/** Without drafts for who cannot change them; null when nothing of it was ever published. */
function shownTo(person: Person, card: Scorecard): Scorecard | null {
  if (person.holds.includes('lead')) return card;
  const versions = card.versions.filter(({ state }) => state !== 'draft');
  return versions.length === 0 ? null : { ...card, versions };
}

/** @throws RapportError `conflict` that says what is missing */
function refuseUnfinished(card: Scorecard): void {
  const draft = findDraft(card);
  const problems = draft === undefined ? [] : findScorecardProblems(draft.content);
  if (problems.length === 0) return;
  throw new RapportError('conflict', {
    what: problems.map(({ sentence }) => sentence).join(' '),
    why: 'The draft is kept as it is.',
    wayOut: 'Mend it, then publish.',
  });
}
