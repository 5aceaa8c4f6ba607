/** Who may read a review: its reviewer, whom it is about, and who leads them. Everybody else finds nothing there. */
import type { Db } from '../store/open-store.ts';
import { hasOpenTask } from '../store/reviews/list-reviews.ts';
import { loadReview, noSuchReview, type StoredReview } from '../store/reviews/reviews.ts';
import { isSeen } from '../store/seen.ts';
import type { Person } from './permit.ts';

type Reader = Pick<Person, 'id' | 'holds' | 'sees' | 'writesAs'>;

export const isReviewer = ({ reviewer }: Pick<StoredReview, 'reviewer'>, { id }: Pick<Person, 'id'>): boolean =>
  reviewer === id;

export const isAbout = ({ author }: Pick<StoredReview, 'author'>, { writesAs }: Pick<Person, 'writesAs'>): boolean =>
  writesAs.includes(author);

/** A draft is its writer's alone, whoever asks. */
export function mayRead(review: Pick<StoredReview, 'reviewer' | 'author' | 'state'>, person: Reader): boolean {
  if (isReviewer(review, person)) return true;
  if (review.state === 'draft') return false;
  return isAbout(review, person) || (person.holds.includes('reader') && isSeen(person.sees, review.author));
}

/** @throws RapportError `not-found`, the same for what is missing and for what may not be read */
export async function loadReadable(
  db: Db,
  workspace: number,
  { reviewId, person }: { reviewId: number; person: Reader },
): Promise<StoredReview> {
  const review = await loadReview(db, workspace, reviewId);
  if (!mayRead(review, person)) throw noSuchReview();
  // Whoever still has to read the same service must not see what another said of it.
  const { conversation, author } = review;
  const isBlind = !isReviewer(review, person) && !isAbout(review, person);
  if (isBlind && (await hasOpenTask(db, workspace, { person: person.id, conversation, author }))) throw noSuchReview();
  return review;
}

/** @throws RapportError `not-found` for everybody but its reviewer */
export async function loadOwn(
  db: Db,
  workspace: number,
  { reviewId, person }: { reviewId: number; person: Pick<Person, 'id'> },
): Promise<StoredReview> {
  const review = await loadReview(db, workspace, reviewId);
  if (!isReviewer(review, person)) throw noSuchReview();
  return review;
}
