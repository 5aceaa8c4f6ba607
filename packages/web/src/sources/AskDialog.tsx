/** Says what will happen, and asks whether it should. */
import type { ReactNode } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import './AskDialog.css';

interface AskDialogProps {
  title: string;
  verb: string;
  isDanger?: boolean;
  onYes: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function AskDialog({ title, verb, isDanger = false, onYes, onClose, children }: AskDialogProps) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <p className="second">{children}</p>
      <div className="ask-buttons">
        <Button kind={isDanger ? 'danger' : 'primary'} onClick={onYes}>
          {verb}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
      </div>
    </Dialog>
  );
}
