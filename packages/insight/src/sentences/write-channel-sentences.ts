/**
 * Whether a driver holds in each channel, in words bound to the numbers: "holds" only where each channel alone is clear,
 * "differs" only where the channels surely differ, and otherwise that it cannot be told.
 */
import { channelNames, type DriverOutcome, type DriverQuality, outcomeWords } from '@rapport/contract';
import type { ByChannel, ChannelEffect } from '../drivers/compare-channels.ts';
import { nameOf } from '../write-sentences.ts';
import { listed, small, whole } from './write-driver-sentences.ts';

type Answer = NonNullable<DriverQuality['byChannel']>;

export const sayChannels = (quality: DriverQuality['quality'], found: ByChannel, outcome: DriverOutcome): Answer => ({
  ...found,
  sentence: writeChannelSentence(quality, found, outcome),
});

export function writeChannelSentence(
  quality: DriverQuality['quality'],
  { channels, differ }: ByChannel,
  outcome: DriverOutcome,
): string {
  const name = nameOf(quality);
  if (channels.length === 0) return `Nothing called for ${small(name)} where the outcome is known.`;
  const [first] = channels;
  if (first && channels.length === 1) {
    return `All of these conversations came by ${channelNames[first.channel]}: whether it holds elsewhere cannot be told from them.`;
  }
  const told = channels.filter(({ effect }) => effect.value !== null);
  const few = channels.filter(({ effect }) => effect.value === null);
  const tooFew = few.length === 0 ? '' : ` ${upper(namesOf(few))}: too few to compare.`;
  if (told.length < 2)
    return `Too few conversations in all channels but one to tell whether it holds in each.${tooFew}`;
  if (differ === true) {
    const each = told.map((one) => `${channelNames[one.channel]} ${effectOf(one, outcome)}`);
    return `It is not the same everywhere: ${each.join('; ')}.${tooFew}`;
  }
  const up = told.filter(({ clear, effect }) => clear && (effect.lower ?? 0) > 0);
  const down = told.filter(({ clear, effect }) => clear && (effect.upper ?? 0) < 0);
  if (up.length === told.length) return `It holds in each channel on its own: ${namesOf(up)}.${tooFew}`;
  if (down.length === told.length)
    return `It runs the other way in each channel on its own: ${namesOf(down)}.${tooFew}`;
  const clear = up.length > 0 ? up : down;
  if (clear.length === 0 || (up.length > 0 && down.length > 0)) {
    return `In no channel on its own can it be told yet; nothing says that channels differ.${tooFew}`;
  }
  const open = told.filter((one) => !clear.includes(one));
  return `It shows in ${namesOf(clear)} on its own. In ${namesOf(open)} it cannot be told yet; nothing says that they differ.${tooFew}`;
}

/** "+12 in 100 (likely 5 to 20)". */
function effectOf({ effect }: ChannelEffect, outcome: DriverOutcome): string {
  const { value, lower, upper } = effect;
  if (value === null || lower === null || upper === null) return 'too few';
  if (outcomeWords[outcome].isShare) {
    return `${sign(value)}${whole(value)} in 100 (likely ${whole(lower)} to ${whole(upper)})`;
  }
  return `${sign(value)}${point(value)} (likely ${point(lower)} to ${point(upper)})`;
}

const sign = (value: number): string => (value > 0 ? '+' : '');
const point = (value: number): string => value.toFixed(2).replace('-', '−');
const namesOf = (channels: readonly ChannelEffect[]): string =>
  listed(channels.map(({ channel }) => channelNames[channel]));
const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
