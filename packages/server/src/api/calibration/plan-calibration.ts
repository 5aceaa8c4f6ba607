/** What a new calibration rates: categories of a published version, or the one whose new words it tries. */
import { type BodyOf, type createCalibration, findPublished, listCategories, RapportError } from '@rapport/contract';
import {
  type CalibrationToSave,
  listStoredCalibrations,
  noSuchCalibration,
} from '../../store/calibration/calibrations.ts';
import { listStoredWordings, type StoredWording } from '../../store/calibration/wordings.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import { loadDefaultScorecard } from '../../store/default-scorecard.ts';
import type { Db } from '../../store/open-store.ts';
import { loadScorecard } from '../../store/scorecards.ts';
import type { Person } from '../permit.ts';
import { isLedBy } from './permit-calibration.ts';

type Asked = Pick<
  BodyOf<typeof createCalibration>,
  'name' | 'opens' | 'dueAt' | 'scorecardId' | 'categoryIds' | 'wordingId'
>;

/** @throws RapportError `not-found` for a wording or scorecard that is not there, `bad-request` for strange categories */
export async function planCalibration(db: Db, person: Person, asked: Asked, now: Date): Promise<CalibrationToSave> {
  const wording = asked.wordingId === undefined ? null : await loadWording(db, person, asked.wordingId);
  const scorecardId = wording === null ? asked.scorecardId : String(wording.scorecard);
  const version = await findVersion(db, person.workspace, scorecardId, now);
  const known = listCategories(version.content).map(({ id }) => id);
  const wanted = wording === null ? (asked.categoryIds ?? known) : [wording.categoryId];
  if (wanted.length === 0 || wanted.some((id) => !known.includes(id))) {
    throw new RapportError('bad-request', {
      what: 'The published scorecard has no such category.',
      why: 'What is rated has to stand in a version that cannot change any more.',
      wayOut: 'Choose from its categories.',
    });
  }
  return {
    ...{ name: asked.name, versionId: numberOf(version.id), opens: asked.opens ?? 'all-in', by: person.id, now },
    categoryIds: known.filter((id) => wanted.includes(id)),
    dueAt: asked.dueAt === undefined ? null : new Date(asked.dueAt),
    wordingId: wording?.id ?? null,
  };
}

async function loadWording(db: Db, person: Person, wordingId: string): Promise<StoredWording> {
  const [found] = await listStoredWordings(db, person.workspace, { id: numberOf(wordingId) });
  const [from] = found === undefined ? [] : await listStoredCalibrations(db, person.workspace, [found.calibration]);
  if (found === undefined || from === undefined || !isLedBy(from, person)) throw noSuchCalibration();
  return found;
}

async function findVersion(db: Db, workspace: number, scorecardId: string | undefined, now: Date) {
  if (scorecardId === undefined) return (await loadDefaultScorecard(db, workspace, now)).version;
  const published = findPublished(await loadScorecard(db, workspace, scorecardId));
  if (published !== undefined) return published;
  throw new RapportError('conflict', {
    what: 'Nothing of this scorecard is published.',
    why: 'A calibration is pinned to a version that cannot change any more.',
    wayOut: 'Publish it, or choose another scorecard.',
  });
}
