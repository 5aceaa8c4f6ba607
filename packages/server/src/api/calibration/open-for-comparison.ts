/** Ends the blind part: the machine's reading of this moment is kept beside everybody's, and nobody rates any more. */
import { moveCalibration, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import { keepMachineOf } from '../../store/calibration/parts.ts';
import { listProgressOf } from '../../store/calibration/readings.ts';
import type { Db } from '../../store/open-store.ts';
import { loadMachineOpinion } from '../../store/reviews/machine-reading.ts';
import { readOwnCategories } from '../read-own-categories.ts';
import { loadRatedContent } from './rated-content.ts';

export async function openForComparison(db: Db, workspace: number, found: StoredCalibration, now: Date): Promise<void> {
  const { content } = await loadRatedContent(db, workspace, found);
  for (const { id, conversation, author } of found.parts) {
    const { readings, scorerVersion } = await loadMachineOpinion(db, workspace, { conversation, author, content });
    const own = await readOwnCategories(db, workspace, {
      ...{ conversation, author, versionId: found.versionId, content },
    });
    await keepMachineOf(db, workspace, id, { machine: [...readings, ...own], scorerVersion });
  }
  await moveCalibration(db, workspace, found.id, { to: 'comparing', now });
}

/** Whether everybody handed in everything, so that the comparison may open by itself. */
export async function isAllIn(db: Db, workspace: number, found: StoredCalibration): Promise<boolean> {
  const progress = await listProgressOf(db, workspace, [found.id]);
  return progress.filter(({ handedIn }) => handedIn).length === found.parts.length * found.raters.length;
}
