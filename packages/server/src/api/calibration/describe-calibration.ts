/** A calibration as who asks may see it: while people rate, nothing of what anybody rated. */
import { type CalibrationDetail, type CalibrationPart, type CalibrationRow, listCategories } from '@rapport/contract';
import { loadCalibration, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import { listProgressOf, type ReadingCount } from '../../store/calibration/readings.ts';
import { listStoredWordings } from '../../store/calibration/wordings.ts';
import { listStoredDisputes } from '../../store/disputes.ts';
import { isoOf } from '../../store/iso-of.ts';
import type { Db } from '../../store/open-store.ts';
import { findScorecardOf, loadScorecard } from '../../store/scorecards.ts';
import { describeDispute } from '../describe-dispute.ts';
import type { Person } from '../permit.ts';
import { compareRaters, type KeptAgreement, keepAgreement } from './compare-raters.ts';
import { describeWordings, type KeptRetests, keepRetests } from './describe-wordings.ts';
import { loadRaterNames } from './names-of-raters.ts';
import { isLedBy, isRater } from './permit-calibration.ts';
import { loadRatedContent } from './rated-content.ts';

/** What takes seconds and does not change any more. */
export interface KeptComparisons {
  agreement: KeptAgreement;
  retests: KeptRetests;
}
export const keepComparisons = (): KeptComparisons => ({ agreement: keepAgreement(), retests: keepRetests() });

export const isOpen = ({ state }: Pick<StoredCalibration, 'state'>): boolean =>
  state === 'comparing' || state === 'closed';

export async function describeCalibration(
  db: Db,
  person: Person,
  found: StoredCalibration,
  { kept, now }: { kept: KeptComparisons; now: Date },
): Promise<CalibrationDetail> {
  const { workspace } = person;
  const names = await loadRaterNames(db, person);
  const rated = await loadRatedContent(db, workspace, found);
  const progress = await listProgressOf(db, workspace, [found.id]);
  const scorecardId = await findScorecardOf(db, workspace, found.versionId);
  const leads = isLedBy(found, person);
  const { wording } = rated;
  return {
    ...{ id: String(found.id), name: found.name, state: found.state, opens: found.opens, dueAt: isoOf(found.dueAt) },
    madeBy: names.personOf(found.madeBy),
    scorecard: {
      id: scorecardId,
      name: (await loadScorecard(db, workspace, scorecardId)).name,
      number: rated.number,
    },
    categories: [...rated.categories],
    retest:
      wording === null
        ? null
        : {
            ...{ wordingId: String(wording.id), categoryId: wording.categoryId, from: String(wording.calibration) },
            fromName: (await loadCalibration(db, workspace, wording.calibration)).name,
          },
    ...{ leads, rates: isRater(found, person) },
    raters: found.raters.map((rater) => ({
      ...{ number: rater.number, name: names.raterOf(rater), me: rater.person === person.id },
      personId: leads ? rater.person : null,
      handedIn: progress.filter((one) => one.person === rater.person && one.handedIn).length,
    })),
    parts: await describeParts(db, person, found, progress),
    comparison: isOpen(found)
      ? await compareRaters(db, workspace, found, { rated, names, kept: kept.agreement, now })
      : null,
    // Words proposed here, and while it tries some itself, those.
    wordings: isOpen(found)
      ? await describeWordings(
          db,
          workspace,
          [
            ...(await listStoredWordings(db, workspace, { calibration: found.id })),
            ...(wording === null ? [] : [wording]),
          ],
          { names, kept: kept.retests, now },
        )
      : [],
  };
}

async function describeParts(
  db: Db,
  person: Person,
  found: StoredCalibration,
  progress: readonly ReadingCount[],
): Promise<CalibrationPart[]> {
  const rates = isRater(found, person);
  const parts: CalibrationPart[] = [];
  for (const [at, part] of found.parts.entries()) {
    const own = progress.find((one) => one.part === part.id && one.person === person.id);
    parts.push({
      ...{ id: String(part.id), number: at + 1, conversationId: String(part.conversation) },
      ...{ customer: part.customer, channel: part.channel, subject: part.subject },
      // How it came in says something of how the machine read it, or that somebody contested it.
      ...(rates && found.state === 'rating'
        ? { drawn: null, probability: null }
        : { drawn: part.drawn, probability: part.probability }),
      mine: !rates ? null : own === undefined ? 'open' : own.handedIn ? 'handed-in' : 'begun',
      dispute: isOpen(found) ? await describeDecided(db, person, part.dispute) : null,
    });
  }
  return parts;
}

async function describeDecided(db: Db, person: Person, id: number | null): Promise<CalibrationPart['dispute']> {
  // Whoever may read the comparison may read how the dispute it came from was decided; the agent is not named in it.
  const [stored] = id === null ? [] : await listStoredDisputes(db, person.workspace, { sees: null, id });
  if (stored === undefined) return null;
  const { category, stood, decided, words } = await describeDispute(db, person, stored);
  return { id: String(stored.id), category, stood: stood.name, decided: decided?.name ?? '', words: words ?? '' };
}

/** The rows of the list, in the order given. */
export async function describeRows(
  db: Db,
  person: Person,
  all: readonly StoredCalibration[],
): Promise<CalibrationRow[]> {
  const progress = await listProgressOf(
    db,
    person.workspace,
    all.map(({ id }) => id),
  );
  const rows: CalibrationRow[] = [];
  for (const found of all) {
    const { content, wording } = await loadRatedContent(db, person.workspace, found);
    const categories = listCategories(content);
    const here = progress.filter(({ calibration, handedIn }) => calibration === found.id && handedIn);
    rows.push({
      ...{ id: String(found.id), name: found.name, state: found.state, leads: isLedBy(found, person) },
      ...{ parts: found.parts.length, raters: found.raters.length, handedIn: here.length },
      categories: categories.map(({ name }) => name),
      mine: isRater(found, person)
        ? { handedIn: here.filter((one) => one.person === person.id).length, of: found.parts.length }
        : null,
      retestOf: wording === null ? null : (categories[0]?.name ?? null),
      at: (found.closedAt ?? found.comparedAt ?? found.begunAt ?? found.madeAt).toISOString(),
      dueAt: isoOf(found.dueAt),
    });
  }
  return rows;
}
