/** Which quality to coach: the largest gain where people's reviews allow one, else what surely goes together with trouble. */
import {
  type DriverOutcome,
  type FocusQuality,
  type NextAction,
  outcomeWords,
  type QualityId,
} from '@rapport/contract';
import { hundredths, nameOf } from '../write-sentences.ts';
import type { ActionFacts, DriversForAction } from './action-facts.ts';
import { actionRanks, type RankedAction } from './choose-actions.ts';

type Gaining = DriversForAction['qualities'][number];

export function findCoaching(facts: ActionFacts): RankedAction[] {
  const isFree = ({ quality }: { quality: QualityId }) => !facts.coached.qualities.includes(quality);
  const gaining = findGaining(facts.drivers);
  const first = gaining?.qualities.find(isFree);
  const gains = gaining && first ? [ofGain(facts, { ...gaining, first })] : [];
  const together = facts.focus.qualities
    .filter((one) => one.tier === 'stands-out' && isFree(one))
    .map((one) => ofTrouble(facts, one));
  return [...gains, ...together];
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
    .map(({ quality, chanceFirst: chance }) => `${lower(nameOf(quality))} ${hundredths(chance ?? 0)}`);
  const beside = others.length === 0 ? '' : `; ${others.join(', ')}`;
  return {
    rank: (gain?.lower ?? 0) > 0 ? actionRanks.sureGain : actionRanks.unsureGain,
    action: {
      ...coaching(facts, first.quality),
      because: `If all did what the better fifth does already. The chance that this brings most is ${hundredths(chanceFirst ?? 0)} in 100${beside}.`,
      gain: gain?.value === null ? null : gain,
      gainOf: outcome,
      gainWords: gain === null ? unknown : `more ${outcomeWords[outcome].many} of 100`,
    },
  };
}

function ofTrouble(facts: ActionFacts, one: FocusQuality): RankedAction {
  return {
    rank: actionRanks.goesTogether,
    action: {
      ...coaching(facts, one.quality),
      because: `After 100 misses trouble followed ${times(one.difference)} than after 100 met moments. They go together; the cause is not shown.`,
      gain: null,
      gainOf: null,
      gainWords: unknown,
    },
  };
}

const unknown = 'Unknown yet, until people have reviewed.';

type Coaching = Pick<NextAction, 'kind' | 'title' | 'who' | 'effort' | 'button' | 'go'>;

/** The asker's own way to it: sessions for who may plan them, practice for all others; waiting cannot be practised in words. */
function coaching({ may, team }: Pick<ActionFacts, 'may' | 'team'>, quality: QualityId): Coaching {
  const name = lower(nameOf(quality));
  const who = team === null ? 'Everybody who replies' : `Everybody in ${team.name}`;
  if (may.coach) {
    return {
      ...{ kind: 'coach', title: `Coach ${name}`, who, effort: 'one plan, read after eight weeks' },
      ...{ button: 'Plan sessions', go: { path: '/coaching/new', params: {}, search: { quality } } },
    };
  }
  const title = `Develop ${name}`;
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

/** "32 times more (likely 15 to 48)". */
const times = ({ value, lower: from, upper: to }: FocusQuality['difference']): string =>
  `${hundredths(value ?? 0)} times more (likely ${hundredths(from ?? 0)} to ${hundredths(to ?? 0)})`;

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
