/**
 * Does a driver hold in each channel on its own, or only in some?
 *
 * Each channel is compared for itself, within agents, with the same things allowed for. Whether channels differ is asked
 * with Cochran's Q on their slopes, over all qualities with false discovery controlled; that one is clear and another is
 * not is no difference yet.
 * Source: Cochran 1954, https://doi.org/10.2307/3001666; Gelman & Stern 2006, https://doi.org/10.1198/000313006X152649
 */
import type { Channel } from '@rapport/contract';
import { adjustPValues, chiSquareUpper, type Estimate, isKnown, normalQuantile, refuse } from '@rapport/statistics';
import { areClear } from '../control-false-discovery.ts';
import { compareFairly, type FairQuestion } from './compare-fairly.ts';

/** Known outcomes of one channel in which the quality was called for. */
export const fewestInChannel = 50;

export interface ChannelEffect {
  channel: Channel;
  conversations: number;
  effect: Estimate;
  clear: boolean;
}

export interface ByChannel {
  channels: ChannelEffect[];
  differ: boolean | null;
}

/** @returns per quality of the table, channels with most conversations first */
export function compareChannels({ table, outcomes, machineStep }: Omit<FairQuestion, 'steps'>): ByChannel[] {
  const names = [...new Set(table.rows.map(({ channel }) => channel))].sort() as Channel[]; // as the store gives them
  const found = names.map((channel) => {
    const own = [...table.rows.keys()].filter((row) => table.rows[row]?.channel === channel);
    const rows = own.flatMap((row) => table.rows[row] ?? []);
    const known = own.map((row) => outcomes[row] ?? null);
    const effects = compareFairly({
      ...{ table: { ...table, rows }, outcomes: known, machineStep },
      steps: ['same-agent'],
    });
    return { channel, effects: effects.map(([step]) => enoughOf(step?.effect ?? nothing)) };
  });
  const clear = areClear(found.flatMap(({ effects }) => effects));
  const chances = table.qualities.map((_, quality) => chanceOfAlike(found.map(({ effects }) => effects[quality])));
  const adjusted = adjustPValues(chances);
  return table.qualities.map((_, quality) => {
    const chance = adjusted[quality] ?? null;
    return {
      channels: found
        .flatMap(({ channel, effects }, place): ChannelEffect[] => {
          const effect = effects[quality] ?? nothing;
          const isClear = clear[place * table.qualities.length + quality] === true;
          return effect.n === 0 ? [] : [{ channel, conversations: effect.n, effect, clear: isClear }];
        })
        .sort((a, b) => b.conversations - a.conversations || (a.channel < b.channel ? -1 : 1)),
      differ: chance === null ? null : chance < 0.05,
    };
  });
}

/** A line through one channel of several is compared with others, so it must stand on more than a line alone. */
const enoughOf = (effect: Estimate): Estimate =>
  effect.n > 0 && effect.n < fewestInChannel ? refuse('too_few_rows', { n: effect.n, method: effect.method }) : effect;

const nothing = refuse('no_data', { n: 0, method: 'slope-within-agents' });

/** Cochran's Q: the chance of slopes so far apart were the channels alike; null with fewer than two of them. */
export function chanceOfAlike(effects: readonly (Estimate | undefined)[]): number | null {
  const known = effects.flatMap((one) => {
    if (one === undefined || !isKnown(one)) return [];
    // Ranges of few agents are wider than a normal's, so this error is rather too large: the careful side.
    const error = (one.upper - one.lower) / (2 * normalQuantile(0.975));
    return error > 0 ? [{ value: one.value, weight: 1 / error ** 2 }] : [];
  });
  if (known.length < 2) return null;
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const middle = known.reduce((sum, { value, weight }) => sum + weight * value, 0) / total;
  const apart = known.reduce((sum, { value, weight }) => sum + weight * (value - middle) ** 2, 0);
  return chiSquareUpper(apart, known.length - 1);
}
