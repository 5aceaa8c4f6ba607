/**
 * The panel beside a transcript. Where there is no room beside it, it is docked at the foot instead of standing after the
 * last message: the open row at once, the whole list on request.
 */
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../design/Button.tsx';
import './SideSheet.css';

interface SideSheetProps {
  label: string;
  /** What opens the whole list, such as "All 14". */
  allWords: string;
  onBack: () => void;
  onNext: () => void;
  /** More that is wanted at once, beside the transcript: a small button. */
  more?: ReactNode;
  /** Shown while it is docked: only what is marked `sheet-keeps`, and the row marked `current`. */
  children: ReactNode;
}

export function SideSheet({ label, allWords, onBack, onNext, more, children }: SideSheetProps) {
  const [isOpen, setIsOpen] = useState(false);
  const body = useId();
  return (
    <aside className={isOpen ? 'review-side side-sheet open' : 'review-side side-sheet'} aria-label={label}>
      <p className="sheet-bar">
        <Button size="small" onClick={onBack}>
          Back
        </Button>
        <Button size="small" onClick={onNext}>
          Next
        </Button>
        {more}
        <Button size="small" aria-expanded={isOpen} aria-controls={body} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Only this one' : allWords}
        </Button>
      </p>
      <div id={body} className="sheet-body">
        {children}
      </div>
    </aside>
  );
}
