/**
 * The words on how hard conversations are shared out. Named are only those who surely carry more than an even share: it
 * is said of their load, so that others can take some of it, and never of how they work.
 */
import { floors } from '@rapport/contract';
import type { LoadAnswer } from './share-load.ts';
import type { PersonHeadline } from './write-person-headline.ts';

export interface LoadFacts extends Pick<LoadAnswer, 'verdict' | 'teamShare' | 'p'> {
  people: readonly { name: string; carries: 'more' | 'less' | 'even' }[];
  conversations: number;
}

export function writeLoadHeadline({ verdict, people, conversations }: LoadFacts): PersonHeadline {
  if (conversations === 0) return { before: '', marked: 'No conversations yet', after: ', so no load to share out.' };
  if (people.length === 1)
    return { before: '', marked: 'One person only', after: ': there is nobody to share the load with.' };
  const names = people.filter(({ carries }) => carries === 'more').map(({ name }) => name);
  if (verdict === 'cannot-tell')
    return { before: '', marked: 'Cannot tell yet', after: ' how hard conversations are shared out.' };
  if (verdict === 'even')
    return { before: 'Hard conversations are ', marked: 'shared out evenly', after: ', as far as can be told.' };
  if (names.length === 0 || names.length > 3) {
    return { before: 'Hard conversations are ', marked: 'not shared out evenly', after: '.' };
  }
  return {
    before: `${listed(names)} ${names.length === 1 ? 'gets' : 'get'} `,
    marked: 'more of the hard conversations',
    after: ' than an even share.',
  };
}

export function writeLoadSentence({ verdict, teamShare, p, people }: LoadFacts): string {
  const { value, lower, upper } = teamShare;
  const whole = (share: number | null) => Math.round((share ?? 0) * 100);
  const rate =
    value === null
      ? `Too few conversations for a share: it starts at ${floors.opportunitiesForRate}.`
      : `${whole(value)} of 100 conversations were hard (likely ${whole(lower)}–${whole(upper)}).`;
  if (people.length < 2) return rate;
  if (verdict === 'even') {
    return `${rate} The differences between people are no larger than shuffling the same conversations would make them.`;
  }
  if (verdict === 'uneven') {
    return `${rate} Shuffling the same conversations would spread them this unevenly ${chanceWords(p)}. This is about load, not about who is better.`;
  }
  return `${rate} There is too little yet to tell uneven sharing from luck.`;
}

function chanceWords(p: number | null): string {
  if (p === null) return 'rarely';
  return p < 0.001 ? 'less than once in 1,000 times' : `about ${Math.max(1, Math.round(p * 1000))} times in 1,000`;
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
