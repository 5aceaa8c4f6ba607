/** Asks before an import is stopped for good. */
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';

export function CancelDialog({ onClose, onCancel }: { onClose: () => void; onCancel: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Stop this import for good?">
      <p className="second">What was read stays. Dropping the same file again later doubles nothing.</p>
      <p className="dialog-actions">
        <Button kind="danger" onClick={onCancel}>
          Stop the import
        </Button>
        <Button onClick={onClose}>Let it go on</Button>
      </p>
    </Dialog>
  );
}
