/** Who may see a calibration: whoever rates in it, and leads who see everybody it reads. For all others it is not there. */
import { RapportError } from '@rapport/contract';
import {
  holdCalibration,
  loadCalibration,
  noSuchCalibration,
  type StoredCalibration,
} from '../../store/calibration/calibrations.ts';
import type { StoredPart } from '../../store/calibration/parts.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import type { Db } from '../../store/open-store.ts';
import { isSeen } from '../../store/seen.ts';
import type { Person } from '../permit.ts';

export const isRater = ({ raters }: Pick<StoredCalibration, 'raters'>, { id }: Pick<Person, 'id'>): boolean =>
  raters.some(({ person }) => person === id);

/** A lead of some teams leads what reads only these; without conversations it is whose plan it is. */
export function isLedBy(
  { parts, madeBy }: Pick<StoredCalibration, 'parts' | 'madeBy'>,
  { id, holds, sees }: Pick<Person, 'id' | 'holds' | 'sees'>,
): boolean {
  if (!holds.includes('lead')) return false;
  if (sees === null) return true;
  return parts.length === 0 ? madeBy === id : parts.every(({ author }) => isSeen(sees, author));
}

/** A plan is the lead's alone until it begins. */
export const mayRead = (found: StoredCalibration, person: Person): boolean =>
  isLedBy(found, person) || (isRater(found, person) && found.state !== 'planned');

/** @throws RapportError `not-found`, the same for what is missing and for what may not be seen */
export async function loadReadable(db: Db, person: Person, calibrationId: string): Promise<StoredCalibration> {
  const found = await loadCalibration(db, person.workspace, numberOf(calibrationId));
  if (!mayRead(found, person)) throw noSuchCalibration();
  return found;
}

/** Held, so that changes of it follow one another. @throws RapportError `not-found` for everybody who does not lead it */
export async function holdLed(db: Db, person: Person, calibrationId: string): Promise<StoredCalibration> {
  await holdCalibration(db, person.workspace, numberOf(calibrationId));
  const found = await loadCalibration(db, person.workspace, numberOf(calibrationId));
  if (!isLedBy(found, person)) throw noSuchCalibration();
  return found;
}

/** @throws RapportError `not-found` */
export function partOf({ parts }: Pick<StoredCalibration, 'parts'>, partId: string): StoredPart {
  const found = parts.find(({ id }) => id === numberOf(partId));
  if (found === undefined) throw noSuchCalibration();
  return found;
}

const stateWords = {
  planned: 'has not begun yet',
  rating: 'is being rated',
  comparing: 'is open for comparison already',
  closed: 'is closed',
} as const;

/** @throws RapportError `conflict` that says how it stands */
export function requireState(
  { state }: Pick<StoredCalibration, 'state'>,
  wanted: readonly StoredCalibration['state'][],
): void {
  if (wanted.includes(state)) return;
  throw new RapportError('conflict', {
    what: `This calibration ${stateWords[state]}.`,
    why: 'Nothing was changed.',
    wayOut: 'Load it again to see what can be done with it now.',
  });
}
