/**
 * How polite a text is towards its reader, 0…1, from the strategies Danescu-Niculescu-Mizil and others (2013) found:
 * gratitude, deference, hedged requests and greetings raise it; bare commands, blunt questions and accusation lower it.
 */
import type { PlainSentence } from '../acts/act-reader.ts';
import { spellOut } from '../text/spell-out.ts';

export interface Politeness {
  /** Polite from 0.5 on. */
  score: number;
  class: 'polite' | 'neutral' | 'impolite';
}

type Sign = readonly [log: number, pattern: RegExp];

const signs: readonly Sign[] = [
  [1.3, / (?:thanks|thank you|grateful|appreciate|appreciated) /],
  [0.9, / (?:could|would) (?:you|i|we|it) /],
  [0.5, / (?:may|might|can) i /],
  [0.4, / [^ ]+ please /],
  [-0.3, /^ please /],
  [0.6, / (?:sorry|apologise|apologies|excuse me|forgive) /],
  [
    0.7,
    / (?:nice|great|good|excellent|interesting|awesome|wonderful|lovely|brilliant|helpful) (?:work|job|idea|point|article|edit|question|answer|catch|one|start) /,
  ],
  [0.5, /^ (?:hi|hello|hey|dear|good morning|good afternoon|good evening) /],
  [
    0.4,
    / (?:by the way|i think|i believe|perhaps|maybe|possibly|i was wondering|wondering|would you mind|if you (?:could|would|have|like)|i wonder|a bit|happy to|glad to|hope) /,
  ],
  [0.3, / (?:we|our|let us) /],
  [0.3, / (?:i am|i have|i would|i was) /],
  [-0.7, /^ (?:why|what|who) /],
  [-0.5, /^ (?:you|your) /],
  [-0.4, /^ (?:so|but|and|then|no|do not|stop) /],
  [-0.6, / (?:actually|obviously|clearly|really|in fact|the point|just) (?:you|do|did|what|why|are|have|read|stop) /],
  [
    -0.7,
    / (?:stop|never|nonsense|wrong|ridiculous|absurd|vandal\S*|pointless|useless|stupid|silly|ignorant|nobody|rubbish|lie|lies|liar|false|bad) /,
  ],
  [
    -0.6,
    / (?:why (?:do|did|are|have|would|is) (?:you|not)|what (?:are you|the (?:hell|heck))|how (?:dare|can you)|did you even|are you (?:kidding|serious|sure)) /,
  ],
  [-0.4, / (?:did|do|have) you (?:try|tried|read|even|not|bother) /],
];

export const findPoliteness = (sentences: readonly PlainSentence[], hostility: number): Politeness => {
  let sum = -3 * hostility;
  for (const [index, sentence] of sentences.entries()) {
    const stream = ` ${spellOut(sentence.words).join(' ')} `;
    for (const [log, pattern] of signs) {
      // Openings count where the message opens; what a text asks for stands mostly at its end.
      if (index > 0 && index < sentences.length - 1 && pattern.source.startsWith('^') && log > 0) continue;
      if (pattern.test(stream)) sum += log / Math.sqrt(sentences.length);
    }
    if (sentence.text.includes('!') && sum < 0) sum -= 0.3;
  }
  const score = 1 / (1 + Math.exp(-sum));
  return { score, class: score >= 0.62 ? 'polite' : score < 0.42 ? 'impolite' : 'neutral' };
};
