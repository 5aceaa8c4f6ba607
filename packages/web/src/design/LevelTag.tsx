/** One level as a word: Missed and Met filled, Partly outlined, dashed where the machine is unsure. */
import type { ScoreVerdict } from '@rapport/contract';
import { verdictName } from './level-words.ts';
import './LevelTag.css';

export function LevelTag({ verdict, unsure = false }: { verdict: ScoreVerdict; unsure?: boolean }) {
  return (
    <span className={`level-tag ${verdict}${unsure ? ' unsure' : ''}`}>
      {verdict === 'no-opportunity' ? 'N/A' : verdictName(verdict)}
      {unsure ? <span className="visually-hidden">, machine unsure</span> : null}
    </span>
  );
}
