/** Everything a person's page shows, put together from what the store counted. */
import {
  floors,
  type PersonCourse,
  type PersonMoment,
  type PersonPage,
  type PersonQuality,
  type QualityId,
} from '@rapport/contract';
import {
  findStrengths,
  followCourses,
  type PersonFacts,
  type TeamMark,
  whatToTry,
  writePersonHeadline,
  writePersonSummary,
} from '@rapport/insight';
import { accuracyOf } from '@rapport/qualities';
import type { StoredPerson } from '../store/people.ts';
import type { PersonCounts } from '../store/person-facts.ts';

export interface PersonCounted {
  person: StoredPerson;
  own: boolean;
  counts: readonly PersonCounts[];
  team: ReadonlyMap<QualityId, TeamMark>;
  thanks: number;
  /** Whose course is wanted; chosen unless said. */
  wanted: QualityId | undefined;
  /** What this person is being coached in. */
  workingOn: QualityId | null;
}

export interface PersonRead {
  facts: PersonFacts;
  great: QualityId[];
  open: QualityId[];
  course: PersonCourse | null;
  workingOn: QualityId | null;
}

/** The numbers of a page; below the floor of conversations there are none. */
export function readPerson({ person, own, counts, team, thanks, wanted, workingOn }: PersonCounted): PersonRead {
  const enough = person.conversations >= floors.conversationsForPage;
  const unreliable = new Set(
    counts.filter(({ quality }) => accuracyOf(quality).trust === 'weak').map(({ quality }) => quality),
  );
  const qualities = enough ? findStrengths({ counts, own, unreliable, team }) : [];
  const courses = enough ? followCourses(counts, own) : [];
  const named = (standing: PersonQuality['standing']) =>
    qualities.filter((one) => one.standing === standing).map(({ quality }) => quality);
  const open = named('open');
  return {
    facts: { own, name: person.name, conversations: person.conversations, qualities, courses, thanks },
    great: named('great'),
    open,
    course: chooseCourse(courses, { wanted, workingOn, open }),
    workingOn,
  };
}

/** What is being worked on is shown first, then what rises, then what is still open as far as it makes a course, then what has the longest one. */
function chooseCourse(
  courses: readonly PersonCourse[],
  { wanted, workingOn, open }: Pick<PersonCounted, 'wanted' | 'workingOn'> & { open: readonly QualityId[] },
): PersonCourse | null {
  if (wanted !== undefined) return courses.find(({ quality }) => quality === wanted) ?? null;
  const length = ({ points }: PersonCourse) => points.filter(({ met }) => met.value !== null).length;
  const coached = courses.find(({ quality }) => quality === workingOn);
  const rising = courses.find(({ verdict }) => verdict === 'risen');
  const isOpen = courses.find((one) => open.includes(one.quality) && length(one) >= 3);
  return coached ?? rising ?? isOpen ?? courses.toSorted((a, b) => length(b) - length(a))[0] ?? null;
}

export type PersonWords = Pick<
  PersonPage,
  'great' | 'examples' | 'teamExamples' | 'thanks' | 'thanksTotal' | 'kudos'
> & {
  /** Moments of what is still open, one per quality at most. */
  open: PersonPage['great'];
};

export function writePersonPage(
  { facts, open, course, workingOn }: PersonRead,
  person: StoredPerson,
  words: PersonWords,
): PersonPage {
  return {
    authorId: String(person.id),
    name: person.name,
    own: facts.own,
    conversations: person.conversations,
    period: person.period,
    headline: writePersonHeadline(facts),
    summary: writePersonSummary(facts),
    compared: writeCompared(facts.qualities),
    qualities: [...facts.qualities],
    great: words.great,
    open: open.map((quality) => ({
      quality,
      try: whatToTry[quality],
      moment: words.open.find((moment) => moment.quality === quality) ?? null,
    })),
    examples: words.examples,
    teamExamples: words.teamExamples,
    course,
    workingOn,
    thanks: words.thanks,
    thanksTotal: words.thanksTotal,
    kudos: words.kudos,
  };
}

/** One moment of each quality in the order given, with words that no other one shows where there are such. */
export function takeDifferent(moments: readonly PersonMoment[]): PersonMoment[] {
  const used = new Set<string>();
  return [...new Set(moments.map(({ quality }) => quality))].flatMap((quality) => {
    const own = moments.filter((one) => one.quality === quality);
    const chosen = own.find((one) => !used.has(wordsOf(one))) ?? own[0];
    if (chosen === undefined) return [];
    used.add(wordsOf(chosen));
    return [chosen];
  });
}

const wordsOf = ({ called, reply }: PersonMoment): string => (called ?? reply)?.quote ?? '';

function writeCompared(qualities: readonly PersonQuality[]): string {
  const compared = qualities.filter(({ markIs }) => markIs === 'team').length;
  if (compared > 0) {
    return `Compared with the team in ${compared} ${compared === 1 ? 'quality' : 'qualities'}, with the same mix of work and set right with random reviews.`;
  }
  return `Not compared with anybody: that takes ${floors.randomReviewsForComparison} reviews drawn at random and ${floors.conversationsForComparison} conversations of each of ${floors.peopleForComparison} people. The marks are the same for everybody.`;
}
