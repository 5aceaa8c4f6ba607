/** A verb that names its result, with its key. A button that cannot be used yet says why instead of going grey. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import './Button.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  /** Printed on the button; the key itself is bound with `useKeys`. */
  shortcut?: string | undefined;
  /** Why it cannot be used now. The button stays reachable and reads it out. */
  blocked?: string | undefined;
  children: ReactNode;
}

export function Button({
  kind = 'secondary',
  size = 'normal',
  shortcut,
  blocked,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ kind, size, blocked: blocked !== undefined, extra: className })}
      aria-disabled={blocked === undefined ? undefined : true}
      title={blocked ?? rest.title}
      onClick={blocked === undefined ? onClick : (event) => event.preventDefault()}
    >
      {children}
      {blocked === undefined ? null : <span className="visually-hidden"> ({blocked})</span>}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

/** The look of a button, for links that act like one. */
export function buttonClass({
  kind = 'secondary',
  size = 'normal',
  blocked = false,
  extra,
}: {
  kind?: ButtonProps['kind'];
  size?: ButtonProps['size'];
  blocked?: boolean;
  extra?: string | undefined;
}): string {
  return ['button', kind, size === 'small' ? 'small' : '', blocked ? 'blocked' : '', extra ?? '']
    .filter(Boolean)
    .join(' ');
}
