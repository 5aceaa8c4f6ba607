/** The form of something that is asked on the other side before it is stored; what that said stands above the buttons. */
import type { ReactNode } from 'react';
import { Button } from '../design/Button.tsx';
import { FormDialog } from '../design/FormDialog.tsx';

interface TriedDialogProps<Trial> {
  title: string;
  saveWords: string;
  /** While it is asked: what happens, and why the buttons wait. */
  asking: { words: string; blocked: string };
  form: { isBusy: boolean; answer: Trial | undefined; error: Error | null };
  /** What is said of a trial that works. */
  worksWords: (trial: Trial) => ReactNode;
  onTry: () => void;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

interface Answered {
  works: boolean;
  reason: { what: string; wayOut: string } | null;
}

export function TriedDialog<Trial extends Answered>(props: TriedDialogProps<Trial>) {
  const { title, saveWords, asking, form, worksWords, onTry, onSave, onClose, children } = props;
  const { isBusy, answer, error } = form;
  const blocked = isBusy ? asking.blocked : undefined;
  return (
    <FormDialog
      title={title}
      kind="wide"
      className="connect-form"
      submit={{ words: saveWords, blocked }}
      more={
        <Button onClick={onTry} blocked={blocked}>
          Test it
        </Button>
      }
      leave="Not now"
      onSubmit={onSave}
      onClose={onClose}
    >
      {children}
      <div className="connect-answer" role="status">
        {isBusy ? <p className="second">{asking.words}</p> : null}
        {answer && !isBusy ? answer.works ? worksWords(answer) : <NotWorking {...answer} /> : null}
        {error && !isBusy ? <p className="attention">{error.message}</p> : null}
      </div>
    </FormDialog>
  );
}

function NotWorking({ reason }: Answered) {
  return (
    <>
      <p className="bold attention">{reason?.what ?? 'It does not work.'}</p>
      <p>{reason?.wayOut}</p>
    </>
  );
}
