/**
 * Your verdict. A key or a click says it at once; the arrow keys only walk, and Enter or the button says it, because
 * a verdict cannot be taken back once the machine's is seen.
 */
import type { ScoreVerdict } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { useKeySettings } from '../keys/KeyProvider.tsx';
import type { KeyActionId } from '../keys/key-actions.ts';
import { keyOf } from '../keys/key-settings.ts';
import { type Answer, answerHelp, answerNames, answers } from './check-cards.ts';
import './VerdictChoice.css';

interface VerdictChoiceProps {
  chosen: ScoreVerdict | null;
  isLocked: boolean;
  onAnswer: (answer: Answer) => void;
}

const keyActionOf: Record<Answer, KeyActionId> = {
  missed: 'missed',
  partly: 'partly',
  met: 'met',
  'no-opportunity': 'not-called-for',
};

export function VerdictChoice({ chosen, isLocked, onAnswer }: VerdictChoiceProps) {
  const [settings] = useKeySettings();
  const [walked, setWalked] = useState<Answer | null>(null);
  const shown = chosen ?? walked;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (walked && !isLocked) onAnswer(walked);
  };
  return (
    <form onSubmit={onSubmit}>
      <fieldset className="verdict-choice" disabled={isLocked}>
        <legend>Your verdict</legend>
        {answers.map((answer) => (
          <label
            key={answer}
            className={answer === shown ? 'chosen' : undefined}
            onPointerUp={() => isLocked || onAnswer(answer)}
          >
            <input
              type="radio"
              className="visually-hidden"
              name="verdict"
              value={answer}
              checked={answer === shown}
              onChange={() => setWalked(answer)}
            />
            <Kbd>{keyOf(settings, keyActionOf[answer])}</Kbd>
            <span className="bold">{answerNames[answer]}</span>
            <span className="verdict-help">{answerHelp[answer]}</span>
          </label>
        ))}
      </fieldset>
      {walked && !isLocked ? (
        <p className="verdict-say">
          <Button type="submit" shortcut="Enter">
            Say {answerNames[walked]}
          </Button>
        </p>
      ) : null}
    </form>
  );
}
