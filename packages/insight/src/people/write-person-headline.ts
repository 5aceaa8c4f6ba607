/**
 * The headline of a person's page: strengths first, bound to the numbers.
 *
 * Rules kept here and tested with numbers of every kind: a behaviour is said only of a quality whose whole range lies
 * above its mark; what is surely open is said only as something to try, and only where nothing else can be said; never "missed", "most", "best" or a place among others; a rise is
 * said only beyond the person's own ups and downs, and never why.
 */
import { floors, type PersonCourse, type PersonQuality, qualityWords } from '@rapport/contract';
import { excludesZero } from '../control-false-discovery.ts';
import { behaviourOf } from './behaviour-words.ts';

export interface PersonFacts {
  own: boolean;
  /** As shown: "Agent 3", or a name once the team has agreed to names. */
  name: string;
  conversations: number;
  qualities: readonly PersonQuality[];
  courses: readonly PersonCourse[];
  thanks: number;
}

export interface PersonHeadline {
  before: string;
  /** Gets the marker. */
  marked: string;
  after: string;
}

/** So many behaviours make one sentence. */
const mostSaid = 2;

export function writePersonHeadline(facts: PersonFacts): PersonHeadline {
  const { own, name, conversations, thanks } = facts;
  if (conversations === 0)
    return { before: '', marked: 'No conversations yet', after: own ? ' of yours.' : `: ${name}.` };
  if (conversations < floors.conversationsForPage) {
    const so = conversations === 1 ? '1 conversation so far' : `${conversations} conversations so far`;
    return {
      before: '',
      marked: so,
      after: `: ${own ? 'your picture' : 'a picture'} begins at ${floors.conversationsForPage}.`,
    };
  }
  const said = facts.qualities.filter(isSurelyGreat).slice(0, mostSaid);
  const rising = facts.courses.find(
    (one) => one.verdict === 'risen' && !said.some(({ quality }) => quality === one.quality),
  );
  const coming = rising ? ` ${qualityWords[rising.quality].name} is ` : '';
  const who = own ? 'You ' : `${name} `;
  if (said.length > 0) {
    const deeds = joined(said.map(({ phrase }) => phrase));
    if (rising) return { before: `${who}${deeds}.${coming}`, marked: 'coming along', after: '.' };
    return { before: who, marked: deeds, after: '.' };
  }
  if (rising) return { before: coming.trimStart(), marked: 'coming along', after: ', beyond the usual ups and downs.' };
  if (thanks > 0) {
    const many = thanks === 1 ? 'One customer' : `${thanks} customers`;
    return { before: `${many} `, marked: `thanked ${own ? 'you' : name}`, after: ' for something they could name.' };
  }
  const open = facts.qualities.find(isSurelyOpen);
  if (open) return { before: 'One thing to try: ', marked: behaviourOf(open.quality, true), after: '.' };
  return { before: '', marked: 'Cannot tell yet', after: ' what stands out: the ranges are still wide.' };
}

/** One line below: what it rests on. */
export function writePersonSummary({ own, conversations, qualities }: PersonFacts): string {
  const count = `${conversations.toLocaleString('en-GB')} conversation${conversations === 1 ? '' : 's'}`;
  if (conversations < floors.conversationsForPage) {
    return `${count}, too few for any share. The words of each can be read at once.`;
  }
  const [first] = qualities.filter(isSurelyGreat);
  const whose = own ? 'yours' : 'theirs';
  if (!first) return `Read from ${count} of ${whose}.`;
  const { value, lower, upper } = first.met;
  const hundredths = (share: number | null) => Math.round((share ?? 0) * 100);
  return `${qualityWords[first.quality].name} was met in ${hundredths(value)} of 100 calls for it, likely ${hundredths(lower)}–${hundredths(upper)}, read from ${count} of ${whose}.`;
}

/** The numbers decide, whatever the standing says: a mistake elsewhere must not become praise. */
export function isSurelyGreat({ standing, met, mark, markIs }: PersonQuality): boolean {
  if (standing !== 'great' || met.value === null || met.n < floors.opportunitiesForRate) return false;
  if (markIs === 'team') return true;
  return (
    met.value > mark &&
    excludesZero({
      lower: met.lower === null ? null : met.lower - mark,
      upper: met.upper === null ? null : met.upper - mark,
    })
  );
}

/** The same for what is still open. */
function isSurelyOpen({ standing, met, mark, markIs }: PersonQuality): boolean {
  if (standing !== 'open' || met.upper === null || met.n < floors.opportunitiesForRate) return false;
  return markIs === 'team' || met.upper < mark;
}

/** "get it solved and own mistakes and say no well" would be hard to read: phrases with "and" are set apart by a comma. */
function joined(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases[0] ?? '';
  const [first = '', second = ''] = phrases;
  return `${first}${/ and |,/.test(first + second) ? ', and ' : ' and '}${second}`;
}
