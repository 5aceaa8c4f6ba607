/** Which quality to coach: the largest gain where people's reviews allow one, else what surely goes together with trouble. */
import {
  type DriverOutcome,
  type FocusQuality,
  type NextAction,
  outcomeWords,
  type QualityId,
} from '@rapport/contract';
import { rankLeaders } from '../rank-leaders.ts';
import { small } from '../sentences/write-driver-sentences.ts';
import { hundredths, nameOf } from '../write-sentences.ts';
import type { ActionFacts, DriversForAction } from './action-facts.ts';
import { actionRanks, type RankedAction } from './choose-actions.ts';

/** Of the draws that tell a tie; the same as the headline’s. */
const seed = 1;

type Gaining = DriversForAction['qualities'][number];

export function findCoaching(facts: ActionFacts): RankedAction[] {
  const isFree = ({ quality }: { quality: QualityId }) => !facts.coached.qualities.includes(quality);
  const gaining = findGaining(facts.drivers);
  const first = gaining?.qualities.find(isFree);
  const gains = gaining && first ? [ofGain(facts, { ...gaining, first })] : [];
  const together = ofTrouble(
    facts,
    facts.focus.qualities.filter((one) => one.tier === 'stands-out' && isFree(one)),
  );
  return together === null ? gains : [...gains, together];
}

/** The recommended qualities of the first outcome that is a share and was set right by reviews, largest chance first. */
function findGaining(drivers: ActionFacts['drivers']): { outcome: DriverOutcome; qualities: Gaining[] } | null {
  for (const { outcome, basis, qualities } of drivers) {
    if (basis !== 'corrected' || !outcomeWords[outcome].isShare) continue;
    const recommended = qualities
      .filter(({ recommended: is, gain }) => is && (gain?.value ?? 0) > 0)
      .sort((a, b) => (b.chanceFirst ?? 0) - (a.chanceFirst ?? 0));
    if (recommended.length > 0) return { outcome, qualities: recommended };
  }
  return null;
}

function ofGain(
  facts: ActionFacts,
  { outcome, qualities, first }: { outcome: DriverOutcome; qualities: readonly Gaining[]; first: Gaining },
): RankedAction {
  const { gain, chanceFirst } = first;
  const others = qualities
    .filter((one) => one !== first)
    .map(({ quality, chanceFirst: chance }) => `${small(nameOf(quality))} ${hundredths(chance ?? 0)}`);
  const beside = others.length === 0 ? '' : `; ${others.join(', ')}`;
  return {
    rank: (gain?.lower ?? 0) > 0 ? actionRanks.sureGain : actionRanks.unsureGain,
    action: {
      ...coaching(facts, { quality: first.quality, what: small(nameOf(first.quality)) }),
      because: `If all did what the better fifth does already. The chance that this brings most is ${hundredths(chanceFirst ?? 0)} in 100${beside}.`,
      gain: gain?.value === null ? null : gain,
      gainOf: outcome,
      gainWords: gain === null ? unknown : `more ${outcomeWords[outcome].many} of 100`,
    },
  };
}

/** Those that the headline calls too close to put in order stand together here too; the plan is for one of them. */
function ofTrouble(facts: ActionFacts, found: readonly FocusQuality[]): RankedAction | null {
  const { order, tied } = rankLeaders(found, seed);
  const first = order.slice(0, tied).flatMap((quality) => found.filter((one) => one.quality === quality));
  const [leader] = first;
  if (leader === undefined) return null;
  const names = first.map(({ quality }) => small(nameOf(quality)));
  return {
    rank: actionRanks.goesTogether,
    action: {
      ...coaching(facts, {
        quality: leader.quality,
        what: names.length > 3 ? `one of ${names.length} qualities` : either(names),
      }),
      because: whyTrouble(first),
      gain: null,
      gainOf: null,
      gainWords: unknown,
    },
  };
}

const unknown = 'Unknown yet, until people have reviewed.';

type Coaching = Pick<NextAction, 'kind' | 'title' | 'who' | 'effort' | 'button' | 'go'>;

/** The asker's own way to it: sessions for who may plan them, practice for all others; waiting cannot be practised in words. */
function coaching(
  { may, team }: Pick<ActionFacts, 'may' | 'team'>,
  { quality, what }: { quality: QualityId; what: string },
): Coaching {
  const who = team === null ? 'Everybody who replies' : `Everybody in ${team.name}`;
  if (may.coach) {
    return {
      ...{ kind: 'coach', title: `Coach ${what}`, who, effort: 'one plan, read after eight weeks' },
      ...{ button: 'Plan sessions', go: { path: '/coaching/new', params: {}, search: { quality } } },
    };
  }
  const title = `Develop ${what}`;
  if (quality === 'responsiveness') {
    return {
      ...{ kind: 'coach', title, who, effort: 'one page to read', button: 'Read the guide' },
      go: { path: '/guides/$quality', params: { quality }, search: {} },
    };
  }
  return {
    ...{ kind: 'coach', title, who, effort: 'one moment at a time', button: 'Practise it' },
    go: { path: '/practice', params: {}, search: { quality } },
  };
}

function whyTrouble(first: readonly FocusQuality[]): string {
  const more = first.map(
    ({ difference: { value, lower, upper } }) =>
      `${hundredths(value ?? 0)} (likely ${hundredths(lower ?? 0)} to ${hundredths(upper ?? 0)})`,
  );
  const than = 'times more after 100 misses than after 100 met moments';
  if (more.length === 1) return `Trouble followed ${more[0]} ${than}. They go together; the cause is not shown.`;
  return more.length > 3
    ? 'More trouble followed after their misses than where they were met: too close to put in order, and the cause is not shown.'
    : `Trouble followed ${more.slice(0, -1).join(', ')} and ${more.at(-1)} ${than}: too close to put in order. The cause is not shown.`;
}

const either = (words: readonly string[]): string =>
  words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
