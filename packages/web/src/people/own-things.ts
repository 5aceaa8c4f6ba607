/**
 * What somebody could do next for their own service: first what somebody else waits for, then what was agreed, then the
 * one quality that is surely open and has the most room. Nothing of it compares a person with another.
 */
import {
  type CoachingPlanRow,
  type Contact,
  type PersonPage,
  type PersonQuality,
  qualityWords,
  type ReviewRow,
} from '@rapport/contract';
import { planDay } from '../coaching/coaching-words.ts';

export interface OwnThing {
  title: string;
  because: string;
  button: string;
  go: { path: string; params?: Record<string, string>; search?: Record<string, string> };
}

export interface OwnFacts {
  page: Pick<PersonPage, 'qualities' | 'open'>;
  plans: readonly CoachingPlanRow[];
  /** Of one's own service, newest first. */
  reviews: readonly ReviewRow[];
  contacts: readonly Contact[];
}

const mostShown = 3;

export function findOwnThings({ page, plans, reviews, contacts }: OwnFacts): OwnThing[] {
  const running = plans.find(({ state }) => state === 'running');
  const room = clearestRoom(page.qualities.filter(({ quality }) => quality !== running?.quality));
  return [
    ...promiseToKeep(contacts),
    ...sessionToRead(plans),
    ...reviewToRead(reviews),
    ...(running ? [goOnWith(running)] : []),
    ...(room ? [learn(room, page)] : []),
  ].slice(0, mostShown);
}

/** The one that is due first; without a day, last. */
function promiseToKeep(contacts: readonly Contact[]): OwnThing[] {
  const [one] = contacts
    .flatMap(({ promise, promiseKept, topic }) => (promise === null || promiseKept ? [] : [{ ...promise, topic }]))
    .toSorted((a, b) => dueTime(a) - dueTime(b));
  if (one === undefined) return [];
  return [
    {
      title: 'Keep what you promised',
      because: `“${one.what}”, about ${one.topic}${one.dueAt === null ? '' : `, until ${planDay(one.dueAt)}`}.`,
      button: 'See the contact',
      go: { path: '/contacts' },
    },
  ];
}

const never = 8.64e15;
const dueTime = ({ dueAt }: { dueAt: string | null }) => (dueAt === null ? never : Date.parse(dueAt));

function sessionToRead(plans: readonly CoachingPlanRow[]): OwnThing[] {
  const plan = plans.find(({ toAcknowledge }) => toAcknowledge > 0);
  if (plan === undefined) return [];
  const many = plan.toAcknowledge === 1 ? 'One session is' : `${plan.toAcknowledge} sessions are`;
  return [
    {
      title: `Read what you and ${plan.coach} agreed`,
      because: `${many} written down and not read by you yet: ${qualityWords[plan.quality].name.toLowerCase()}.`,
      button: 'Read it',
      go: { path: '/coaching/mine/$planId', params: { planId: plan.id } },
    },
  ];
}

/** The one that waits longest. */
function reviewToRead(reviews: readonly ReviewRow[]): OwnThing[] {
  const waiting = reviews.filter(({ acknowledgedAt, kind }) => acknowledgedAt === null && kind !== 'self');
  const one = waiting.at(-1);
  if (one === undefined) return [];
  const after = waiting.length - 1;
  const more = after === 0 ? '' : after === 1 ? ' 1 more waits after it.' : ` ${after} more wait after it.`;
  return [
    {
      title: `Read the review of your conversation with ${one.customer}`,
      because: `It shows the words each rating rests on; you can answer, or contest one.${more}`,
      button: 'Read it',
      go: { path: '/reviews/$reviewId', params: { reviewId: one.id } },
    },
  ];
}

function goOnWith({ quality, goalShare, goalAt }: CoachingPlanRow): OwnThing {
  const name = qualityWords[quality].name.toLowerCase();
  return {
    title: `Practise ${name}`,
    because: `You are working on it: ${Math.round(goalShare * 100)} in 100 by ${planDay(goalAt)}. Real moments, answered again.`,
    button: 'Practise',
    go: { path: '/practice', search: { quality } },
  };
}

/** Of what is surely open, the range that ends furthest below its mark. */
function clearestRoom(qualities: readonly PersonQuality[]): PersonQuality | undefined {
  const roomOf = ({ mark, met }: PersonQuality) => (met.upper === null ? 0 : mark - met.upper);
  return qualities
    .filter(({ standing }) => standing === 'open')
    .toSorted((a, b) => roomOf(b) - roomOf(a))
    .at(0);
}

function learn({ quality }: PersonQuality, { open }: Pick<PersonPage, 'open'>): OwnThing {
  const help = open.find((one) => one.quality === quality)?.try;
  return {
    title: `Three minutes on ${qualityWords[quality].name.toLowerCase()}`,
    because: help ?? 'Why it matters to customers, one moment before and after, three habits.',
    button: 'Open the guide',
    go: { path: '/guides/$quality', params: { quality } },
  };
}
