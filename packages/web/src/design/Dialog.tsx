/** A question or a sheet above the page. Focus goes in, stays in, and comes back; Esc closes. */
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './Dialog.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Spoken only, where the content itself starts with a heading or a field. */
  titleHidden?: boolean;
  /** `panel` slides nothing in; it stands at the right edge, full height. */
  kind?: 'middle' | 'wide' | 'panel';
  children: ReactNode;
}

export function Dialog({ open, onClose, title, titleHidden = false, kind = 'middle', children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className={`dialog ${kind}`}>
          <Base.Title className={titleHidden ? 'visually-hidden' : 'dialog-title'}>{title}</Base.Title>
          {children}
          {/* Last, so that the focus goes to the first field of the dialog and not to its way out. */}
          {titleHidden ? null : (
            <Base.Close className="dialog-close" aria-label="Close">
              <Icon name="close" size={16} />
            </Base.Close>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
