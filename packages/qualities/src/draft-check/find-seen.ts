/** What the draft itself says that may hurt or that binds its sender. */
import type { Moment, QualityId } from '@rapport/contract';
import type { DraftFinding } from '../check-draft.ts';
import { findGoodwill } from '../goodwill/find-goodwill.ts';
import { findPromises } from '../promises/find-promises.ts';
import type { Reading } from '../reading.ts';
import { draftId } from './draft-reading.ts';
import { quoteOf } from './words.ts';

const titles: Partial<Record<QualityId, string>> = {
  'active-listening': 'Asked or heard?',
  patience: 'Sounds hurried',
  humility: 'The fault or the no',
  professionalism: 'The tone',
  communication: 'Hard to take in',
  knowledge: 'Not sure',
  adaptability: 'Said before',
  appreciation: 'The thank you',
};

export const findSeen = (
  reading: Reading,
  moments: readonly Moment[],
  wanted: ReadonlySet<QualityId>,
): DraftFinding[] => [...worries(moments), ...bindings(reading, wanted)];

const worries = (moments: readonly Moment[]): DraftFinding[] => {
  const places = new Set<number>();
  return moments.flatMap((moment): DraftFinding[] => {
    const title = titles[moment.quality];
    const { response, trigger } = moment;
    if (moment.verdict === 'met' || !title || !response || silent.has(moment.rule) || places.has(response.start))
      return [];
    places.add(response.start);
    const asked = moment.rule === 'asked-again' && trigger ? [quoteOf(trigger)] : [];
    return [{ title, quotes: [quoteOf(response), ...asked], sentence: moment.why, quality: moment.quality }];
  });
};

/** Judged by what is absent: such a moment has no words in the draft to point at. */
export const silent: ReadonlySet<string> = new Set([
  'fault-not-owned',
  'question-passed-over',
  'no-thanks',
  'nothing-new',
  'sorry-without-owning',
  'fix-without-a-word-of-fault',
  'ignores-what-was-told',
  'touches-what-was-told',
  'warm-close-without-thanks',
  'nothing-offered',
  'left-open',
  'owned-next-step',
  'information-only',
  'still-exploring',
  'looks-further',
  'calm-by-action',
  'polite-close',
  'warm-word',
  'polite-process',
  'set-phrase-before-process',
]);

const bindings = (reading: Reading, wanted: ReadonlySet<QualityId>): DraftFinding[] => {
  const promises = findPromises(reading)
    .filter(({ said }) => said.messageId === draftId)
    .map(
      ({ said, dueWords }): DraftFinding => ({
        title: 'A promise',
        quotes: [quoteOf(said)],
        sentence: dueWords ? `They will expect it ${dueWords}.` : 'They will expect it; a day would help them wait.',
        quality: 'responsiveness',
      }),
    );
  const gifts = findGoodwill(reading)
    .filter(({ said }) => said.messageId === draftId)
    .map(
      ({ said }): DraftFinding => ({
        title: 'Goodwill',
        quotes: [quoteOf(said)],
        sentence: 'This gives something beyond what is owed.',
        quality: 'humility',
      }),
    );
  return wanted.size > 0 ? [...promises, ...gifts] : [];
};
