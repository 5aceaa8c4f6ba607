/** A small sheet beside the button that opened it. */
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { type ButtonProps, buttonClass } from './Button.tsx';
import './Menu.css';
import './Popover.css';

interface PopoverProps {
  /** What the button says. */
  button: ReactNode;
  buttonKind?: ButtonProps['kind'];
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

export function Popover({ button, buttonKind = 'secondary', title, open, onOpenChange, children }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger className={buttonClass({ kind: buttonKind })}>{button}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="menu-place">
          <Base.Popup className="popover">
            <Base.Title className="popover-title">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
