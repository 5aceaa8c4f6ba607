/** The two scores of the trade side by side, never as one; and how often person and machine say the same. */
import type { EstimateWire, ReviewResults } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { type EstimateWords, numberWords, percentWords } from '../design/estimate-words.ts';
import { KeyFigure } from '../design/KeyFigure.tsx';
import { isFewData } from '../design/span-geometry.ts';

/** A score of 0–100: "81", "77–85". */
export function scoreWords(estimate: EstimateWire): EstimateWords {
  const { value, lower, upper, n } = estimate;
  if (value === null || lower === null || upper === null || isFewData(estimate)) {
    return { value: 'too few', range: `${n} so far`, sentence: `too few, ${n} so far` };
  }
  const range = `${numberWords(lower)}–${numberWords(upper)}`;
  return { value: numberWords(value), range, sentence: `${numberWords(value)} of 100, likely ${range}` };
}

export function ResultFigures({ results }: { results: ReviewResults }) {
  const { iqs, aqs, agreement } = results;
  const human = scoreWords(iqs);
  return (
    <dl className="reviews-figures">
      <KeyFigure
        name={`IQS, ${iqs.n.toLocaleString()} random reviews`}
        label="Score of people’s random reviews"
        estimate={iqs}
        words={human}
        scale={{ min: 0, max: 100 }}
        empty="no reviews yet"
        href={
          <Link to="/reviews/list" search={{ drawn: 'random' }}>
            {human.value}
          </Link>
        }
      />
      <KeyFigure
        name={`AQS, ${aqs.n.toLocaleString()} by the machine`}
        label="Score of the machine on the same scorecard"
        estimate={aqs}
        words={scoreWords(aqs)}
        scale={{ min: 0, max: 100 }}
        empty="nothing scored yet"
        href={<Link to="/conversations">{scoreWords(aqs).value}</Link>}
      />
      <KeyFigure
        name="Same as the machine, blind"
        label="Categories on which person and machine said the same"
        estimate={agreement}
        words={percentWords(agreement)}
        scale={{ min: 0, max: 1 }}
        empty="no reviews yet"
        href={
          <Link to="/reviews/list" search={{ drawn: 'random' }}>
            {percentWords(agreement).value}
          </Link>
        }
      />
    </dl>
  );
}
