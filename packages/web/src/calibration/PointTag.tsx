/** A point of a scale in its own words, with the look of the level it stands for. */
import type { Category } from '@rapport/contract';
import '../design/LevelTag.css';
import { levelOfPoint, pointName } from './calibration-words.ts';

interface PointTagProps {
  category: Pick<Category, 'name' | 'scale'>;
  /** Null: not applicable. */
  chosen: number | null;
}

export function PointTag({ category, chosen }: PointTagProps) {
  if (chosen === null) return <span className="dim">N/A</span>;
  return <span className={`level-tag ${levelOfPoint(category, chosen)}`}>{pointName(category, chosen)}</span>;
}
