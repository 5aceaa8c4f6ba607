/** What the machine said, with its words and its reason. It stays beside yours; neither corrects the other. */
import type { CheckCard } from '@rapport/contract';
import { LevelTag } from '../design/LevelTag.tsx';
import { confidenceWords, isUnsure } from '../design/level-words.ts';
import { comparisonWords } from './check-cards.ts';
import './MachineVerdict.css';

interface MachineVerdictProps {
  card: CheckCard;
  machine: NonNullable<CheckCard['machine']>;
}

export function MachineVerdict({ card, machine }: MachineVerdictProps) {
  return (
    <div className="machine-verdict">
      <h2>{comparisonWords(card)}</h2>
      <p className="machine-level">
        Rapport: <LevelTag verdict={machine.verdict} unsure={isUnsure(machine.confidence)} />{' '}
        <span className="dim">{confidenceWords(machine.confidence)}</span>
      </p>
      {machine.response ? (
        <blockquote className="say-small">“{machine.response.quote}”</blockquote>
      ) : (
        <p className="caption">No words answered it, so there is no quote.</p>
      )}
      <p className="machine-why">{machine.why}</p>
    </div>
  );
}
