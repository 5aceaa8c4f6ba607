/** All readings side by side: agreement by category, and every conversation with each rater's words. */
import type { CalibrationAgreement, CalibrationCell, CalibrationDetail } from '@rapport/contract';
import { findAgreement, pointsApart, sayFew, writeCalibrationHeadline } from '@rapport/insight';
import type { StoredCalibration } from '../../store/calibration/calibrations.ts';
import { listConsensus } from '../../store/calibration/consensus.ts';
import { listReadings, type StoredReading } from '../../store/calibration/readings.ts';
import type { Db } from '../../store/open-store.ts';
import { type KeptResults, keepResults } from '../keep-results.ts';
import type { RaterNames } from './names-of-raters.ts';
import type { RatedContent } from './rated-content.ts';
import { chosenOf, itemsOf } from './rated-items.ts';

/** Readings do not change any more once they are compared, so their agreement is computed once. */
export type KeptAgreement = KeptResults<CalibrationAgreement[]>;
export const keepAgreement = (): KeptAgreement => keepResults<CalibrationAgreement[]>();

export async function compareRaters(
  db: Db,
  workspace: number,
  found: StoredCalibration,
  { rated, names, kept, now }: { rated: RatedContent; names: RaterNames; kept: KeptAgreement; now: Date },
): Promise<NonNullable<CalibrationDetail['comparison']>> {
  const all = await listReadings(db, workspace, { calibrations: [found.id], person: null });
  const readings = all.filter(({ handedInAt }) => handedInAt !== null);
  const agreement = await kept.get({
    key: `${workspace} ${found.id}`,
    // A conversation may be erased, and its readings with it.
    fingerprint: `${readings.length} ${found.parts.length} ${found.comparedAt?.toISOString()}`,
    now,
    find: async () => findAgreements(found, readings, rated),
  });
  const shared = found.parts.filter(({ id }) => readings.filter(({ part }) => part === id).length >= 2).length;
  return {
    headline: writeCalibrationHeadline(
      agreement.map(({ categoryId, alike, of }) => ({
        ...{ alike, of },
        name: rated.categories.find(({ id }) => id === categoryId)?.name ?? '',
      })),
    ),
    few: sayFew(shared),
    agreement,
    cells: await writeCells(db, workspace, found, { readings, rated, names }),
  };
}

const findAgreements = (
  found: StoredCalibration,
  readings: readonly StoredReading[],
  { categories }: RatedContent,
): CalibrationAgreement[] =>
  categories.map(({ id, scale }) => ({
    categoryId: id,
    // Seeded by what it is about, so that the same readings give the same range.
    ...findAgreement({ items: itemsOf(found, readings, id), points: scale.points, seed: found.id }),
  }));

async function writeCells(
  db: Db,
  workspace: number,
  found: StoredCalibration,
  { readings, rated, names }: { readings: readonly StoredReading[]; rated: RatedContent; names: RaterNames },
): Promise<CalibrationCell[]> {
  const consensus = await listConsensus(
    db,
    workspace,
    found.parts.map(({ id }) => id),
  );
  return found.parts.flatMap((part) => {
    const own = readings.filter((one) => one.part === part.id);
    return rated.categories.flatMap((category): CalibrationCell[] => {
      const said = found.raters.flatMap(({ person, number }) => {
        const reading = own.find((one) => one.person === person);
        const chosen = reading === undefined ? undefined : chosenOf(reading, category.id);
        const rating = reading?.content.ratings.find(({ categoryId }) => categoryId === category.id);
        if (chosen === undefined || rating === undefined) return [];
        return [{ rater: number, chosen, comment: rating.comment, quotes: rating.quotes.map(({ quote }) => quote) }];
      });
      if (said.length === 0) return [];
      const agreed = consensus.find((one) => one.part === part.id && one.categoryId === category.id);
      return [
        {
          ...{ partId: String(part.id), categoryId: category.id, readings: said },
          apart: pointsApart(
            said.map(({ chosen }) => chosen),
            category.scale.points,
          ),
          machine: part.machine?.find(({ categoryId }) => categoryId === category.id) ?? null,
          consensus:
            agreed === undefined
              ? null
              : {
                  ...{ chosen: agreed.chosen, ruleUnclear: agreed.ruleUnclear, words: agreed.words },
                  ...{ by: names.personOf(agreed.by), at: agreed.at.toISOString() },
                },
        },
      ];
    });
  });
}
