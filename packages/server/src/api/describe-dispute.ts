/** A dispute as the caller may see it: with the names of the scale, and whether they are the one to decide. */
import { type Dispute, listCategories, qualityWords, verdicts } from '@rapport/contract';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { findScore, type StoredDispute } from '../store/disputes.ts';
import { isoOf } from '../store/iso-of.ts';
import type { Db } from '../store/open-store.ts';
import { listReviewers, personNameOf } from '../store/reviews/list-reviewers.ts';
import { loadReview } from '../store/reviews/reviews.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';
import { notApplicable } from './contested-reading.ts';
import type { Person } from './permit.ts';

export interface Reading {
  value: string;
  name: string;
}

const verdictReadings: readonly Reading[] = [
  ...verdicts.map((value) => ({ value, name: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}` })),
  { value: 'no-opportunity', name: 'Nothing called for it' },
];

type Contested = Pick<StoredDispute, 'quality' | 'review' | 'category'>;

/** Every reading there is: three levels and none of a quality, the points and N/A of a category. */
export async function readingsOf(db: Db, workspace: number, contested: Contested): Promise<readonly Reading[]> {
  return (await scaleOfContested(db, workspace, contested)).readings;
}

async function scaleOfContested(
  db: Db,
  workspace: number,
  { quality, review, category }: Contested,
): Promise<{ name: string; readings: readonly Reading[] }> {
  if (quality !== null || review === null) {
    return { name: quality === null ? '' : qualityWords[quality].name, readings: verdictReadings };
  }
  const { versionId } = await loadReview(db, workspace, review);
  const { content } = await loadScorecardVersion(db, workspace, String(versionId));
  const found = listCategories(content).find(({ id }) => id === category);
  const points = (found?.scale.labels ?? []).map((name, at) => ({ value: String(at + 1), name }));
  const na = found?.allowNa ? [{ value: notApplicable, name: 'Not applicable' }] : [];
  return { name: found?.name ?? '', readings: [...points, ...na] };
}

/** Nobody decides about their own service, what they opened themselves, or their own review. */
export async function mayDecide(db: Db, person: Person, one: StoredDispute): Promise<boolean> {
  const { id, holds, workspace, writesAs } = person;
  if (one.state !== 'open' || !holds.includes('lead') || one.openedBy === id || writesAs.includes(one.author)) {
    return false;
  }
  return one.review === null || (await loadReview(db, workspace, one.review)).reviewer !== id;
}

export async function describeDispute(db: Db, person: Person, one: StoredDispute): Promise<Dispute> {
  const { workspace } = person;
  const { name, readings } = await scaleOfContested(db, workspace, one);
  const names = await listShownNames(db, workspace, [one.author]);
  const people = await listReviewers(db, workspace, person);
  const named = (value: string): Reading => ({
    value,
    name: readings.find((reading) => reading.value === value)?.name ?? value,
  });
  const { conversation, author, quality } = one;
  const score = quality === null ? null : await findScore(db, workspace, { conversation, author, quality });
  return {
    id: String(one.id),
    about: quality === null ? 'review' : 'machine',
    conversationId: String(conversation),
    customer: one.customer,
    agentId: String(author),
    agent: nameOf(names, author),
    quality,
    reviewId: one.review === null ? null : String(one.review),
    category: name,
    choices: [...readings],
    stood: named(one.stood),
    proposed: named(one.proposed),
    reason: one.reason,
    quote: score?.quote ?? null,
    state: one.state,
    openedAt: one.openedAt.toISOString(),
    decided: one.decided === null ? null : named(one.decided),
    words: one.words,
    decidedBy: one.decidedBy === null ? null : personNameOf(people, one.decidedBy),
    decidedAt: isoOf(one.decidedAt),
    calibration: null,
    mine: one.openedBy === person.id,
    mayDecide: await mayDecide(db, person, one),
  };
}
