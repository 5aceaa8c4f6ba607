/** The focus list of the terminal: how often each quality was missed when it was called for, and what followed. */
import type { Focus, QualityId } from '@rapport/contract';
import { hundredths, inHundred, nameOf } from '@rapport/insight';

export interface FocusItem {
  kind: 'missed-rate';
  quality: QualityId;
  /** Share missed, 0–1, over assessments (conversation × author) with an opportunity; at least 20 of them. */
  value: number;
  lower: number | null;
  upper: number | null;
  n: number;
  method: string;
  sentence: string;
  tier: string;
  afterMissed: number | null;
  afterMet: number | null;
  conversationIds: string[];
}

/** Qualities with a rate, in the order of the Focus page. */
export function listFocusItems(focus: Focus, idsOf: (quality: QualityId) => string[]): FocusItem[] {
  return focus.qualities.flatMap(({ quality, missed, sentence, tier, afterMissed, afterMet }) =>
    missed.value === null
      ? []
      : [
          {
            kind: 'missed-rate' as const,
            quality,
            value: missed.value,
            lower: missed.lower,
            upper: missed.upper,
            n: missed.n,
            method: missed.method,
            sentence,
            tier,
            afterMissed: afterMissed.value,
            afterMet: afterMet.value,
            conversationIds: idsOf(quality),
          },
        ],
  );
}

export function describeFocus(focus: Focus, items: readonly FocusItem[]): string {
  const lines = [
    '',
    `${focus.headline.marked}${focus.headline.rest}`,
    focus.summary,
    '',
    `${focus.conversations.toLocaleString('en-GB')} conversations, ${focus.messages.toLocaleString('en-GB')} messages, ${focus.agents} agents${describePeriod(focus)}`,
    ...focus.notScored.map(({ reason, conversations }) => `not scored: ${reason}, ${conversations} conversations`),
    '',
  ];
  if (items.length > 0) {
    lines.push(row(['', 'missed when called for', 'then trouble', 'of', 'where met, trouble']));
    for (const one of focus.qualities) {
      if (one.missed.value === null) continue;
      lines.push(
        row([
          `${one.tier === 'stands-out' ? '*' : ' '} ${nameOf(one.quality)}`,
          inHundred(one.missed),
          one.afterMissed.value === null ? 'too few' : `${hundredths(one.afterMissed.value)} in 100`,
          String(one.missedCount),
          one.afterMet.value === null ? 'too few' : `${hundredths(one.afterMet.value)} in 100`,
        ]),
      );
    }
    lines.push('', '* its misses go together with more trouble; for the others that cannot be told yet.');
  }
  if (focus.reading.length > 0) {
    lines.push('', 'Read these:');
    for (const tip of focus.reading)
      lines.push(`  ${tip.conversationId}  ${tip.sentence}`, `      “${short(tip.quote)}”`);
  }
  lines.push('', `${focus.ladder.trust}`, `Next: ${focus.ladder.next}`, ...focus.ladder.limits, '');
  lines.push(...focus.caveats, '');
  return `${lines.join('\n')}`;
}

const widths = [26, 34, 16, 6, 20];
const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
const short = (text: string): string => (text.length > 110 ? `${text.slice(0, 109)}…` : text).replace(/\s+/g, ' ');

function describePeriod({ period }: Focus): string {
  return period.from === null || period.to === null ? '' : `, ${period.from.slice(0, 10)} to ${period.to.slice(0, 10)}`;
}
