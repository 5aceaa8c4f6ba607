/** How raters are named to who asks: by name, or by their number where reviewers stay unnamed and the asker leads nobody. */
import type { StoredCalibration } from '../../store/calibration/calibrations.ts';
import type { Db } from '../../store/open-store.ts';
import { listReviewers, personNameOf } from '../../store/reviews/list-reviewers.ts';
import { loadReviewSettings } from '../../store/reviews/review-settings.ts';
import type { Person } from '../permit.ts';

export interface RaterNames {
  /** Of a member, whatever they did. */
  personOf(id: string): string;
  /** Of a rater of a calibration. */
  raterOf(rater: StoredCalibration['raters'][number]): string;
}

export async function loadRaterNames(db: Db, person: Person): Promise<RaterNames> {
  const people = await listReviewers(db, person.workspace, person);
  const { anonymous } = await loadReviewSettings(db, person.workspace);
  const isHidden = anonymous && !person.holds.includes('lead');
  const personOf = (id: string): string => personNameOf(people, id);
  return {
    personOf,
    raterOf: ({ person: id, number }) => (isHidden && id !== person.id ? `Rater ${number}` : personOf(id)),
  };
}
