/** One of the few things to do next: its number, what it is, why, and one button that begins it. In an `ol.actions`. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from './Button.tsx';
import { Kbd } from './Kbd.tsx';
import './ActionCard.css';

interface ActionCardProps {
  /** From 1; the first stands out. */
  number: number;
  title: string;
  button: string;
  go: { path: string; params?: Record<string, string>; search?: Record<string, string> };
  because: string;
  children?: ReactNode;
}

export function ActionCard({ number, title, button, go, because, children }: ActionCardProps) {
  return (
    <li>
      <span className="action-number" aria-hidden="true">
        {number}
      </span>
      <h3>{title}</h3>
      <Link
        to={go.path}
        params={go.params ?? {}}
        search={go.search ?? {}}
        className={buttonClass({ kind: number === 1 ? 'primary' : 'secondary', size: 'small' })}
      >
        <span>
          {button}
          <span className="visually-hidden">: {title}</span>
        </span>
        <Kbd>{String(number)}</Kbd>
      </Link>
      <div className="action-words">
        <p className="action-because">{because}</p>
        {children}
      </div>
    </li>
  );
}
