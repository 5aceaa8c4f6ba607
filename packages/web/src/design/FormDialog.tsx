/** A form above the page: its fields, what went wrong, the button that ends it and the way out. Enter sends it. */
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorState } from './ErrorState.tsx';
import './FormDialog.css';

interface FormDialogProps {
  title: string;
  kind?: 'middle' | 'wide';
  className?: string;
  /** What the button says, and why it cannot be pressed yet. */
  submit: { words: string; kind?: 'primary' | 'danger'; blocked?: string | undefined };
  /** What leaving is called; absent where the sign in the corner says enough. */
  leave?: string;
  /** More that can be done, between the two. */
  more?: ReactNode;
  error?: unknown;
  /** Never called while it is blocked. */
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, kind = 'middle', className, submit, leave, more, error, onSubmit, onClose, children } = props;
  return (
    <Dialog open onClose={onClose} title={title} kind={kind}>
      <form
        className={className === undefined ? 'form-dialog' : `form-dialog ${className}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (submit.blocked === undefined) onSubmit();
        }}
      >
        {children}
        {error ? <ErrorState error={error} /> : null}
        <div className="form-dialog-buttons">
          <Button type="submit" kind={submit.kind ?? 'primary'} blocked={submit.blocked}>
            {submit.words}
          </Button>
          {more}
          {leave === undefined ? null : <Button onClick={onClose}>{leave}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
