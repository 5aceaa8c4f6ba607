/** One row of the list in words, for those who hear it. */
import { type ConversationRow, qualityWords } from '@rapport/contract';
import { durationWords } from '../design/dates.ts';
import { verdictName } from '../design/level-words.ts';

export function rowWords(row: ConversationRow): string {
  const level =
    row.verdict && row.verdictQuality
      ? `${qualityWords[row.verdictQuality].name} ${verdictName(row.verdict)}`
      : 'not scored';
  return `${row.customer}, ${row.firstWords}, ${level}`;
}

/** How soon the customer's trouble was first acknowledged. */
export function heardWords(row: Pick<ConversationRow, 'heard' | 'heardSeconds'>): string {
  if (row.heard === 'never') return 'never';
  if (row.heard === 'nothing-to-hear') return '–';
  return row.heardSeconds === null ? 'yes' : durationWords(row.heardSeconds);
}
