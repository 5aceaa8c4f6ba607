/** Where the readings are furthest apart, over all conversations, with each rater's words. */
import type { CalibrationCell, CalibrationPart, CalibrationRater, Category } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { pointName } from './calibration-words.ts';

interface DifferenceListProps {
  parts: readonly CalibrationPart[];
  raters: readonly CalibrationRater[];
  categories: readonly Category[];
  cells: readonly CalibrationCell[];
  onOpen: (cell: CalibrationCell) => void;
}

const firstShown = 6;

export function DifferenceList({ parts, raters, categories, cells, onOpen }: DifferenceListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const inOrder = [...cells].sort((one, other) => other.apart - one.apart);
  const shown = isWhole ? inOrder : inOrder.slice(0, firstShown);
  if (inOrder.length === 0) return null;
  return (
    <Section title="Where you differ most" beside={`${inOrder.length} in all`}>
      <ul className="calibration-rows">
        {shown.map((cell) => {
          const category = categories.find(({ id }) => id === cell.categoryId);
          const part = parts.find(({ id }) => id === cell.partId);
          if (category === undefined || part === undefined) return null;
          return (
            <li key={`${cell.partId} ${cell.categoryId}`}>
              <button type="button" className="rating-name" onClick={() => onOpen(cell)}>
                {category.name}, {part.customer}
              </button>
              <ul className="difference-words">
                {cell.readings.map(({ rater, chosen, comment }) => {
                  const who = raters.find(({ number }) => number === rater);
                  return (
                    <li key={rater} className="second">
                      <b>
                        {who?.me ? 'You' : who?.name}, {pointName(category, chosen)}.
                      </b>{' '}
                      {comment}
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ul>
      {shown.length < inOrder.length ? (
        <p className="calibration-buttons">
          <Button size="small" kind="quiet" onClick={() => setIsWhole(true)}>
            Show {inOrder.length - shown.length} more
          </Button>
        </p>
      ) : null}
    </Section>
  );
}
