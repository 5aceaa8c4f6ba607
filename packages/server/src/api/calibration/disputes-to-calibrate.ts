/** Decided disputes as matter for calibration: where a reading did not hold, the rubric may be read in two ways. */
import {
  type Category,
  type DisputeToCalibrate,
  listCategories,
  RapportError,
  type ScorecardContent,
} from '@rapport/contract';
import { changeStoredCalibration, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import { listCalibratedDisputes, saveParts } from '../../store/calibration/parts.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import { listStoredDisputes, type StoredDispute } from '../../store/disputes.ts';
import type { Db } from '../../store/open-store.ts';
import { loadScorecardVersion } from '../../store/scorecards.ts';
import { describeDispute } from '../describe-dispute.ts';
import type { Person } from '../permit.ts';
import { refuseOwnService } from './add-conversations.ts';

const decidedStates = new Set(['accepted', 'partly', 'rejected']);
const mostShown = 30;

/** Changed readings first, then categories that were contested most often, then the newest. */
export async function listDisputesWorth(db: Db, person: Person): Promise<DisputeToCalibrate[]> {
  const { workspace, sees } = person;
  const decided = (await listStoredDisputes(db, workspace, { sees })).filter(({ state }) => decidedStates.has(state));
  const taken = await listCalibratedDisputes(db, workspace);
  const alike = new Map<string, number>();
  for (const one of decided) alike.set(keyOf(one), (alike.get(keyOf(one)) ?? 0) + 1);
  const isChanged = ({ state }: StoredDispute): boolean => state !== 'rejected';
  const often = (one: StoredDispute): number => alike.get(keyOf(one)) ?? 1;
  const worth = decided
    .filter(({ id }) => !taken.has(id))
    .sort((one, other) => Number(isChanged(other)) - Number(isChanged(one)) || often(other) - often(one))
    .slice(0, mostShown);
  return Promise.all(
    worth.map(async (one) => {
      const { category, about, customer, stood, decided: holds } = await describeDispute(db, person, one);
      return {
        ...{ disputeId: String(one.id), category, about, customer, stood: stood.name, decided: holds?.name ?? '' },
        ...{ words: one.words ?? '', changed: isChanged(one), alike: often(one) },
        decidedAt: (one.decidedAt ?? one.openedAt).toISOString(),
      };
    }),
  );
}

const keyOf = ({ quality, category }: StoredDispute): string => `${quality ?? ''} ${category ?? ''}`;

/**
 * Takes a decided dispute into a planned calibration; its category is rated there from then on.
 *
 * @returns how many came in. @throws RapportError `not-found`; `conflict` where it is open or taken already
 */
export async function takeInDispute(
  db: Db,
  person: Person,
  planned: StoredCalibration,
  { disputeId, now }: { disputeId: string; now: Date },
): Promise<number> {
  const { workspace } = person;
  const { dispute, category } = await findToCalibrate(db, person, disputeId, planned.versionId);
  await refuseOwnService(db, person, { raters: planned.raters.map((rater) => rater.person), parts: [dispute] });
  const { categoryIds } = planned;
  if (!categoryIds.includes(category.id)) {
    // New words are tried on their own category: beside others nobody could say what they changed.
    if (planned.wordingId !== null) throw noSuchCategory();
    await changeStoredCalibration(db, workspace, planned.id, { categoryIds: [...categoryIds, category.id] });
  }
  const { conversation, author } = dispute;
  const part = { conversation, author, draw: null, dispute: dispute.id };
  const added = await saveParts(db, workspace, planned.id, { parts: [part], by: person.id, now });
  if (added === 0) throw readAlready();
  return added;
}

/** @throws RapportError `not-found`; `conflict` where it is open or taken already, or the version does not rate it */
export async function findToCalibrate(
  db: Db,
  person: Person,
  disputeId: string,
  versionId: number,
): Promise<{ dispute: StoredDispute; category: Category }> {
  const { workspace } = person;
  const [dispute] = await listStoredDisputes(db, workspace, { sees: person.sees, id: numberOf(disputeId) });
  if (dispute === undefined) throw noSuchDispute();
  if (!decidedStates.has(dispute.state)) throw notDecided();
  if ((await listCalibratedDisputes(db, workspace)).has(dispute.id)) throw takenAlready();
  const { content } = await loadScorecardVersion(db, workspace, String(versionId));
  const category = categoryOf(dispute, content);
  if (category === undefined) throw noSuchCategory();
  return { dispute, category };
}

/** A score of the machine is of a quality; a review's category is known by its id, which all versions share. */
function categoryOf({ quality, category }: StoredDispute, content: ScorecardContent): Category | undefined {
  return listCategories(content).find(({ id, kind }) =>
    quality === null ? id === category : kind.type === 'quality' && kind.quality === quality,
  );
}

const noSuchDispute = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such dispute.', wayOut: 'The list shows what is here.' });

const notDecided = (): RapportError =>
  new RapportError('conflict', {
    what: 'This dispute is not decided.',
    why: 'What comes of it is for whoever decides, not for a group.',
    wayOut: 'Decide it first.',
  });

const takenAlready = (): RapportError =>
  new RapportError('conflict', {
    what: 'A calibration has taken this up already.',
    wayOut: 'Load the list again.',
  });

const noSuchCategory = (): RapportError =>
  new RapportError('conflict', {
    what: 'The scorecard of that calibration does not rate this.',
    why: 'Nothing was added.',
    wayOut: 'Choose another calibration, or begin a new one with it.',
  });

const readAlready = (): RapportError =>
  new RapportError('conflict', {
    what: 'This conversation is in it already.',
    why: 'Nobody rates the same twice.',
    wayOut: 'Take it out there first, or choose another calibration.',
  });
