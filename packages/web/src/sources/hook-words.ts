/** How an address for outgoing news stands, in words. */
import type { Hook, HookDelivery, HookEvent } from '@rapport/contract';
import { countOf } from '../first-run/count-words.ts';
import type { StandTone } from './source-words.ts';

export const eventWords: Readonly<Record<HookEvent, { name: string; tells: string }>> = {
  'conversations.scored': {
    name: 'Conversations were scored',
    tells: 'Their ids and their scores by quality. No name and no word of anybody.',
  },
  'import.done': { name: 'An import is done', tells: 'Its id and its counts.' },
  'source.failing': { name: 'A source needs somebody', tells: 'Which one, and the code of the reason.' },
  'notice.made': { name: 'Members are to be told something', tells: 'What, and which members, by id.' },
  'hook.test': { name: 'A test', tells: 'Nothing.' },
};

/** Those a person can choose; a test is sent by hand. */
export const chosenEvents = ['conversations.scored', 'import.done', 'source.failing', 'notice.made'] as const;

export function standOfHook({ state, failures }: Hook): { words: string; tone: StandTone } {
  if (state === 'off') return { words: 'Off', tone: 'unsure' };
  return failures > 0 ? { words: 'Needs you', tone: 'attention' } : { words: 'On', tone: 'strength' };
}

export function hookSentences({ state, reason, failures, events }: Hook): string[] {
  const told = `It is told when: ${events.map((event) => eventWords[event].name.toLowerCase()).join('; ')}.`;
  if (state === 'off') return [reason ?? 'It is switched off.', told];
  if (failures === 0) return [told];
  return [
    `${countOf(failures, 'try', 'tries')} in a row did not arrive; they are made again, later and later, for about a day. “What was sent” tells why.`,
    told,
  ];
}

export const deliveryWords: Readonly<Record<HookDelivery['state'], string>> = {
  waiting: 'Is tried again',
  delivered: 'Arrived',
  failed: 'Given up',
};
