/** Says what will be here and the one next step. */
import type { ReactNode } from 'react';
import './EmptyState.css';

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="bold">{title}</p>
      {children === undefined ? null : <p className="second">{children}</p>}
      {action === undefined ? null : <p className="empty-action">{action}</p>}
    </div>
  );
}
