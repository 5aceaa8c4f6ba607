/** Proposed words with what became of them: do they stand in the scorecard, and did people read it more alike? */
import {
  type CalibrationRetest,
  type CalibrationWording,
  findDraft,
  findPublished,
  listCategories,
  type Scorecard,
} from '@rapport/contract';
import { compareWordings } from '@rapport/insight';
import { listStoredCalibrations, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import { listReadings } from '../../store/calibration/readings.ts';
import type { StoredWording } from '../../store/calibration/wordings.ts';
import type { Db } from '../../store/open-store.ts';
import { listScorecards } from '../../store/scorecards.ts';
import { type KeptResults, keepResults } from '../keep-results.ts';
import type { RaterNames } from './names-of-raters.ts';
import { isSameWording, wordingOf } from './rated-content.ts';
import { itemsOf } from './rated-items.ts';

type Retested = Pick<CalibrationRetest, 'before' | 'after' | 'change' | 'sentence'>;
export type KeptRetests = KeptResults<Retested>;
export const keepRetests = (): KeptRetests => keepResults<Retested>();

export async function describeWordings(
  db: Db,
  workspace: number,
  stored: readonly StoredWording[],
  { names, kept, now }: { names: RaterNames; kept: KeptRetests; now: Date },
): Promise<CalibrationWording[]> {
  if (stored.length === 0) return [];
  const cards = await listScorecards(db, workspace);
  const ids = stored.flatMap(({ calibration, retests }) => [calibration, ...retests]);
  const calibrations = new Map((await listStoredCalibrations(db, workspace, ids)).map((one) => [one.id, one]));
  const described: CalibrationWording[] = [];
  for (const one of stored) {
    const from = calibrations.get(one.calibration);
    const card = cards.find(({ id }) => id === String(one.scorecard));
    if (from === undefined || card === undefined) continue;
    const category = card.versions
      .flatMap(({ content }) => listCategories(content))
      .find(({ id }) => id === one.categoryId);
    const retests: CalibrationRetest[] = [];
    for (const id of one.retests) {
      const later = calibrations.get(id);
      if (later === undefined) continue;
      const points = category?.scale.points ?? 3;
      const measured = await retest(db, workspace, { from, later, categoryId: one.categoryId, points, kept, now });
      retests.push({ calibrationId: String(id), name: later.name, state: later.state, ...measured });
    }
    described.push({
      ...{ id: String(one.id), categoryId: one.categoryId, category: category?.name ?? one.categoryId },
      ...{ scorecardId: String(one.scorecard), from: { calibrationId: String(from.id), name: from.name } },
      labels: category?.scale.labels ?? [],
      ...{ before: one.before, after: one.after, words: one.words },
      ...{ by: names.personOf(one.by), at: one.at.toISOString(), stands: standsIn(card, one), retests },
    });
  }
  return described;
}

function standsIn(card: Scorecard, { categoryId, after }: StoredWording): CalibrationWording['stands'] {
  const holds = (version: ReturnType<typeof findDraft>): boolean => {
    const category = version && listCategories(version.content).find(({ id }) => id === categoryId);
    return category !== undefined && isSameWording(wordingOf(category), after);
  };
  if (holds(findPublished(card))) return 'published';
  return holds(findDraft(card)) ? 'draft' : 'no';
}

interface RetestQuestion {
  from: StoredCalibration;
  later: StoredCalibration;
  categoryId: string;
  points: number;
  kept: KeptRetests;
  now: Date;
}

async function retest(
  db: Db,
  workspace: number,
  { from, later, categoryId, points, kept, now }: RetestQuestion,
): Promise<Retested> {
  const isOpen = later.state === 'comparing' || later.state === 'closed';
  const readings = await listReadings(db, workspace, { calibrations: [from.id, later.id], person: null });
  const handedIn = readings.filter(({ handedInAt }) => handedInAt !== null);
  return kept.get({
    key: `${workspace} ${from.id} ${later.id} ${categoryId}`,
    fingerprint: `${isOpen} ${handedIn.length} ${from.parts.length} ${later.parts.length}`,
    now,
    find: async () => {
      const before = itemsOf(from, handedIn, categoryId);
      const after = isOpen ? itemsOf(later, handedIn, categoryId) : [];
      const answer = compareWordings({
        ...{ before, after, points, seed: later.id },
        samePeople: peopleOf(from) === peopleOf(later),
        seenBefore: later.parts.filter((part) => from.parts.some((one) => isSamePart(one, part))).length,
      });
      if (isOpen) return answer;
      return { before: answer.before, after: null, change: null, sentence: waiting[later.state] };
    },
  });
}

const waiting: Record<StoredCalibration['state'], string> = {
  planned: 'Planned: it has not begun.',
  rating: 'Being rated: what comes of it shows when all are in.',
  comparing: '',
  closed: '',
};

const peopleOf = ({ raters }: StoredCalibration): string => JSON.stringify(raters.map(({ person }) => person).sort());

type PartKey = Pick<StoredCalibration['parts'][number], 'conversation' | 'author'>;
const isSamePart = (one: PartKey, other: PartKey): boolean =>
  one.conversation === other.conversation && one.author === other.author;
