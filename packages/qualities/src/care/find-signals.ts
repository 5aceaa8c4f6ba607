/** What customers did that later answers can be judged by: repeated, chased, asked for a manager, thanked … */
import type { CustomerAct, Signal } from '@rapport/contract';
import { ActMask } from '../acts/act-row.ts';
import { does, type Reading } from '../reading.ts';

const signalOfAct: readonly (readonly [CustomerAct, Signal['kind']])[] = [
  ['repeat', 'repeated'],
  ['chase', 'chased'],
  ['escalate', 'asked-for-manager'],
  ['threaten-to-leave', 'threatened-to-leave'],
  ['deny-resolved', 'denied-resolved'],
  ['confirm-resolved', 'confirmed-resolved'],
  ['thank', 'thanked'],
];

const anySignal = new ActMask(signalOfAct.map(([act]) => act));

/** One signal of each kind per message at most, with the words it rests on, in order. */
export const findSignals = (reading: Reading): Signal[] => {
  const signals: Signal[] = [];
  for (const { message, sentences } of reading.messages) {
    if (message.role !== 'customer' || message.visibility !== 'public') continue;
    const seen = new Set<Signal['kind']>();
    for (const sentence of sentences) {
      if (!anySignal.isSeenIn(sentence.acts)) continue;
      for (const [act, kind] of signalOfAct) {
        if (seen.has(kind) || !does(sentence, act)) continue;
        seen.add(kind);
        const { start, end } = sentence;
        signals.push({ kind, said: { messageId: message.id, start, end, quote: message.text.slice(start, end) } });
      }
    }
  }
  return signals;
};
