/** From a disagreement to other words in the scorecard's draft; and how strict raters are beside one another. */
import {
  type CalibrationDetail,
  type CategoryWording,
  findDraft,
  getRaterSeverity,
  listCategories,
  proposeWording,
  RapportError,
  scoreRating,
} from '@rapport/contract';
import { followSeverity, type SharedRating } from '@rapport/insight';
import { writeAudit } from '../../store/audit.ts';
import { listStoredCalibrations, noSuchCalibration } from '../../store/calibration/calibrations.ts';
import { listReadings } from '../../store/calibration/readings.ts';
import { listSharedReviews } from '../../store/calibration/shared-reviews.ts';
import { saveWording } from '../../store/calibration/wordings.ts';
import type { Db } from '../../store/open-store.ts';
import { saveDraft, startDraft } from '../../store/scorecard-drafts.ts';
import { findScorecardOf, loadScorecard, loadScorecardVersion } from '../../store/scorecards.ts';
import { isSeen } from '../../store/seen.ts';
import { type AppParts, ask } from '../app-parts.ts';
import { loadScorecards } from '../judgements-of.ts';
import type { Person } from '../permit.ts';
import { type Api, serve } from '../serve.ts';
import { isOpen } from './describe-calibration.ts';
import { loadRaterNames } from './names-of-raters.ts';
import { holdLed, partOf, requireState } from './permit-calibration.ts';
import { isSameWording, loadRatedContent, withWording, wordingOf } from './rated-content.ts';

type Shown = (db: Db, person: Person, id: number) => Promise<{ calibration: CalibrationDetail }>;

export function serveWordings(api: Api, parts: AppParts, shown: Shown): void {
  serve(api, proposeWording, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await holdLed(db, person, params.calibrationId);
      requireState(found, ['comparing', 'closed']);
      const { categories } = await loadRatedContent(db, workspace, found);
      const category = categories.find(({ id }) => id === body.categoryId);
      if (category === undefined) throw noSuchCalibration();
      const part = body.partId === undefined ? null : partOf(found, body.partId);
      const before = wordingOf(category);
      if (isSameWording(before, body.wording)) throw nothingNew();
      if (body.wording.guidance.length > category.scale.points) throw tooManyPoints(category.name);
      const now = parts.now();
      const scorecardId = await findScorecardOf(db, workspace, found.versionId);
      const change = { categoryId: category.id, wording: body.wording };
      await putIntoDraft(db, workspace, scorecardId, change, { name: person.name, now });
      const id = await saveWording(db, workspace, {
        ...{ calibration: found.id, part: part?.id ?? null, scorecard: Number(scorecardId), categoryId: category.id },
        ...{ before, after: body.wording, words: body.words, by: person.id, at: now },
      });
      const answer = await shown(db, person, found.id);
      const detail = { calibration: found.id, category: category.id };
      await writeAudit(db, person, { what: 'wording-proposed', object: String(id), detail });
      return answer;
    }),
  );

  serve(api, getRaterSeverity, (_given, person) =>
    ask(parts, person, async (db) => {
      const names = await loadRaterNames(db, person);
      const isLead = person.holds.includes('lead');
      const raters = followSeverity(await listSharedRatings(db, person))
        .filter(({ rater }) => isLead || rater === person.id)
        .map(({ rater, ...rest }) => ({ rater: names.personOf(rater), me: rater === person.id, ...rest }));
      return { raters: raters.sort((one, other) => one.rater.localeCompare(other.rater, 'en')) };
    }),
  );
}

async function putIntoDraft(
  db: Db,
  workspace: number,
  scorecardId: string,
  { categoryId, wording }: { categoryId: string; wording: CategoryWording },
  by: { name: string; now: Date },
): Promise<void> {
  await startDraft(db, workspace, scorecardId, { by });
  const draft = findDraft(await loadScorecard(db, workspace, scorecardId));
  if (draft === undefined || !listCategories(draft.content).some(({ id }) => id === categoryId)) {
    throw new RapportError('conflict', {
      what: 'The draft of the scorecard has no such category any more.',
      why: 'Nothing was changed.',
      wayOut: 'Put the category back into the draft, or give the draft up.',
    });
  }
  const content = withWording(draft.content, categoryId, wording);
  await saveDraft(db, workspace, scorecardId, { revision: draft.revision, content, by });
}

/**
 * Ratings of the same by several people: in calibrations that are open for comparison, and in reviews. A lead of some teams
 * reads what is about these; everybody else what they themselves took part in.
 */
async function listSharedRatings(db: Db, person: Person): Promise<SharedRating[]> {
  const { workspace } = person;
  const sees = person.holds.includes('lead') ? person.sees : null;
  const calibrations = (await listStoredCalibrations(db, workspace, null)).filter(isOpen);
  const readings = await listReadings(db, workspace, { calibrations: calibrations.map(({ id }) => id), person: null });
  const ratings: SharedRating[] = [];
  for (const found of calibrations) {
    const seen = new Set(found.parts.filter(({ author }) => isSeen(sees, author)).map(({ id }) => id));
    const { content } = await loadScorecardVersion(db, workspace, String(found.versionId));
    const categories = new Map(listCategories(content).map((one) => [one.id, one]));
    for (const reading of readings) {
      if (reading.calibration !== found.id || reading.handedInAt === null || !seen.has(reading.part)) continue;
      for (const { categoryId, chosen } of reading.content.ratings) {
        const category = categories.get(categoryId);
        if (category === undefined || typeof chosen !== 'number') continue;
        ratings.push({
          ...{ item: `part ${reading.part}`, category: categoryId, rater: reading.person },
          ...{ score: scoreRating(category, chosen), at: reading.handedInAt.toISOString() },
        });
      }
    }
  }
  const reviews = await listSharedReviews(db, workspace, sees);
  const scorecards = await loadScorecards(db, workspace, reviews);
  for (const { conversation, author, reviewer, versionId, content, finishedAt } of reviews) {
    const known = scorecards.get(versionId);
    const categories = new Map((known === undefined ? [] : listCategories(known)).map((one) => [one.id, one]));
    for (const { categoryId, chosen } of content.ratings) {
      const category = categories.get(categoryId);
      if (category === undefined || typeof chosen !== 'number') continue;
      ratings.push({
        ...{ item: `review ${conversation} ${author}`, category: `${versionId} ${categoryId}`, rater: reviewer },
        ...{ score: scoreRating(category, chosen), at: finishedAt.toISOString() },
      });
    }
  }
  return ratings;
}

const nothingNew = (): RapportError =>
  new RapportError('bad-request', {
    what: 'These are the words that were rated by.',
    wayOut: 'Change the question, what each point means, or when it does not apply.',
  });

const tooManyPoints = (category: string): RapportError =>
  new RapportError('bad-request', {
    what: `"${category}" has fewer points than words for them.`,
    wayOut: 'Give one sentence for each point of its scale.',
  });
