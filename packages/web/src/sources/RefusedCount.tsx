/** How much of a source could not be read; opens what and why. */
import { type ComponentProps, useState } from 'react';
import { countWords } from '../first-run/count-words.ts';
import { RefusedDialog } from './RefusedDialog.tsx';
import { refusedWords } from './source-words.ts';

export function RefusedCount(props: Omit<ComponentProps<typeof RefusedDialog>, 'onClose'>) {
  const [isOpen, setOpen] = useState(false);
  const { counts } = props.of;
  if (refusedWords(props.of) === null) return '0';
  return (
    <>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {counts.refused > 0 ? countWords(counts.refused) : 'remarks'}
        <span className="visually-hidden">: see what and why</span>
      </button>
      {isOpen ? <RefusedDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
