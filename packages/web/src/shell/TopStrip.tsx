/** Where you are, what belongs to this page, and the box that finds and does anything. */
import type { ReactNode } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { useOpenPalette } from './palette-context.ts';
import './TopStrip.css';

export function TopStrip({ where, children }: { where: ReactNode; children?: ReactNode }) {
  const openPalette = useOpenPalette();
  return (
    <div className="top-strip">
      <nav aria-label="Breadcrumb" className="crumb">
        {where}
      </nav>
      <span className="top-strip-rest">{children}</span>
      <button className="command-box" type="button" onClick={openPalette}>
        <Icon name="search" />{' '}
        <span>
          Find<span className="command-rest"> or do anything</span>
        </span>{' '}
        <Kbd>Ctrl K</Kbd>
      </button>
    </div>
  );
}
