/** Up to three key figures, each with its range and a way to the conversations behind it. */
import type { Focus } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { changeWords, percentWords } from '../design/estimate-words.ts';
import { KeyFigure } from '../design/KeyFigure.tsx';
import { useBehind } from '../whose/use-whose.ts';

const share = { min: 0, max: 1 };

export function FocusFigures({ figures }: { figures: Focus['figures'] }) {
  const searchOf = useBehind();
  const satisfied = percentWords(figures.satisfied);
  const feeling = changeWords(figures.feeling);
  const wroteAgain = percentWords(figures.wroteAgain);
  return (
    <dl className="focus-figures">
      <KeyFigure
        name={figures.satisfiedRated > 0 ? `Satisfied, ${figures.satisfiedRated.toLocaleString()} rated` : 'Satisfied'}
        label="Satisfied"
        estimate={figures.satisfied}
        words={satisfied}
        scale={share}
        empty="no ratings yet"
        href={
          <Link to="/conversations" search={searchOf({ rated: 'satisfied' })}>
            {satisfied.value}
          </Link>
        }
      />
      <KeyFigure
        name="Feeling, first to last"
        label="Change of feeling from first to last message"
        estimate={figures.feeling}
        words={feeling}
        scale={{ min: -2, max: 2 }}
        reference={{ value: 0, kind: 'zero' }}
        better="higher"
        unit="of ±2"
        empty="not read yet"
        href={
          <Link to="/conversations" search={searchOf({ feeling: 'lifted' })}>
            {feeling.value}
          </Link>
        }
      />
      <KeyFigure
        name="Had to write again"
        label="Had to write again within 7 days"
        estimate={figures.wroteAgain}
        words={wroteAgain}
        scale={share}
        unit="in 7 days"
        empty="cannot be told here"
        href={
          <Link to="/conversations" search={searchOf({ signal: 'wrote-again' })}>
            {wroteAgain.value}
          </Link>
        }
      />
    </dl>
  );
}
