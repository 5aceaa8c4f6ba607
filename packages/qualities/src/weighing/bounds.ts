/** What weighing may not undo: rules whose verdict is the point of them. */
import type { Moment, Verdict } from '@rapport/contract';

interface Bounds {
  /** The best such a moment can be called. */
  ceiling?: Verdict;
  /** The worst. */
  floor?: Verdict;
}

const bounds: Readonly<Record<string, Bounds>> = {
  'stock-words-only': { ceiling: 'partly' },
  'brushed-aside': { ceiling: 'missed' },
  'process-before-person': { ceiling: 'partly' },
  'set-phrase-before-process': { ceiling: 'partly' },
  'rote-thanks': { ceiling: 'partly' },
  'insider-words': { floor: 'partly', ceiling: 'partly' },
  officialese: { ceiling: 'partly' },
  'over-familiar': { ceiling: 'partly' },
  profanity: { ceiling: 'missed' },
  'as-already-said': { floor: 'partly', ceiling: 'partly' },
  'closed-door': { floor: 'partly', ceiling: 'partly' },
  'set-phrase': { floor: 'partly', ceiling: 'partly' },
  'will-find-out': { floor: 'met' },
  'pushed-on': { ceiling: 'missed' },
  'short-with-the-customer': { ceiling: 'missed' },
  // Waits are measured, not judged.
  'within-target': { floor: 'met', ceiling: 'met' },
  'slower-than-target': { floor: 'partly', ceiling: 'partly' },
  'far-beyond-target': { floor: 'missed', ceiling: 'missed' },
  // Nothing rude was found; that nothing warm was found either is for other qualities to say.
  'polite-throughout': { floor: 'met' },
  'winding-sentence': { ceiling: 'partly' },
  'wall-of-text': { ceiling: 'partly' },
  'flat-no': { ceiling: 'missed' },
  'no-with-blame': { ceiling: 'missed' },
  'mirrors-hostility': { ceiling: 'missed' },
  'seen-later': { ceiling: 'partly' },
  'answered-later': { ceiling: 'partly' },
  // What they name is half of what was called for, however kind the rest is.
  'sorry-without-owning': { ceiling: 'partly' },
  'fix-without-a-word-of-fault': { ceiling: 'partly' },
  'same-answer-again': { ceiling: 'missed' },
  'asked-again': { ceiling: 'missed' },
};

export const ceilingOf = ({ rule }: Moment): Verdict => bounds[rule]?.ceiling ?? 'met';
export const floorOf = ({ rule }: Moment): Verdict => bounds[rule]?.floor ?? 'missed';
