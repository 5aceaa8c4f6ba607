/** The bare page on which somebody comes in: no rail, because nothing behind it is open yet. */
import type { ReactNode } from 'react';
import { Brand } from '../design/Brand.tsx';
import { Icon } from '../design/Icon.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import '../first-run/bare-page.css';
import './EnterFrame.css';

export function EnterFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="enter bare-page">
      <p className="enter-brand">
        <Brand /> Rapport
      </p>
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="second">{lead}</p>}
      {children}
    </div>
  );
}

/** Why something was refused; read out when it comes. */
export function Refusal({ children }: { children: string | null }) {
  return (
    <p role="alert" className="attention enter-refusal">
      {children === null ? null : (
        <>
          <Icon name="warning" size={14} /> {children}
        </>
      )}
    </p>
  );
}
