/** The conversations of a calibration; whose service each is stays unsaid, so that the rubric is compared. */
import type { CalibrationDetail, CalibrationPart } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { partFacts } from './calibration-words.ts';

interface PartListProps {
  calibration: CalibrationDetail;
  onTakeOut?: (partId: string) => void;
}

const mineWords: Record<NonNullable<CalibrationPart['mine']>, string> = {
  open: 'to be read',
  begun: 'begun',
  'handed-in': 'handed in',
};

export function PartList({ calibration, onTakeOut }: PartListProps) {
  return (
    <ol className="calibration-rows">
      {calibration.parts.map((part) => (
        <li key={part.id} className="calibration-part">
          <span>
            <Link
              to="/calibration/$calibrationId"
              params={{ calibrationId: calibration.id }}
              search={{ read: part.id }}
            >
              <b>{part.customer}</b>
            </Link>{' '}
            <span className="caption">{partFacts(part)}</span>
          </span>
          {part.mine === null || onTakeOut ? null : <span className="caption">{mineWords[part.mine]}</span>}
          {onTakeOut ? (
            <Button
              size="small"
              kind="quiet"
              aria-label={`Take out the conversation with ${part.customer}`}
              onClick={() => onTakeOut(part.id)}
            >
              Take out
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
