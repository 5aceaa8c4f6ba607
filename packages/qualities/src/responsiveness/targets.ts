/** How long customers wait without minding, by channel, in seconds; a team can hand in its own targets. */
import type { Channel } from '@rapport/contract';
import type { ReadOptions } from '../reading.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export interface Target {
  /** Up to here a wait is prompt. */
  promptSeconds: number;
  /** Below this it is tolerable. */
  tolerableSeconds: number;
}

const usual: Record<Channel, Target> = {
  chat: { promptSeconds: 3 * minute, tolerableSeconds: 10 * minute },
  phone: { promptSeconds: 5 * minute, tolerableSeconds: 15 * minute },
  'in-person': { promptSeconds: 5 * minute, tolerableSeconds: 15 * minute },
  messaging: { promptSeconds: 15 * minute, tolerableSeconds: hour },
  social: { promptSeconds: 2 * hour, tolerableSeconds: 12 * hour },
  email: { promptSeconds: day, tolerableSeconds: 2 * day },
  'web-form': { promptSeconds: day, tolerableSeconds: 2 * day },
  other: { promptSeconds: day, tolerableSeconds: 2 * day },
};

/** A team's own target moves the tolerable limit along in proportion. */
export const targetFor = (channel: Channel, options: ReadOptions): Target => {
  const own = options.targetSeconds?.[channel];
  const { promptSeconds, tolerableSeconds } = usual[channel];
  if (own === undefined || own <= 0) return usual[channel];
  return { promptSeconds: own, tolerableSeconds: own * (tolerableSeconds / promptSeconds) };
};

/** "20 minutes", "3 hours", "2 days": rounded to the unit a person would use. */
export const spokenTime = (seconds: number): string => {
  const [size, name] = seconds >= 2 * day ? [day, 'day'] : seconds >= 2 * hour ? [hour, 'hour'] : [minute, 'minute'];
  const count = Math.max(1, Math.round(seconds / Number(size)));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
};
