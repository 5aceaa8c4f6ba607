/** The head of every page of Sources: where it is, what is true, and the other ways in and out. */
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import '../conversations/ViewTabs.css';
import '../drivers/OutcomeTabs.css';
import { exactly } from '../shell/exactly.ts';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import './SourcesPage.css';

const tabs = [
  { to: '/sources', name: 'Helpdesks' },
  { to: '/sources/mailboxes', name: 'Mailboxes' },
  { to: '/sources/webhooks', name: 'Webhooks' },
  { to: '/sources/articles', name: 'Articles' },
  { to: '/sources/news', name: 'News that goes out' },
] as const;

interface SourcesFrameProps {
  name: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

export function SourcesFrame({ name, title, lead, children }: SourcesFrameProps) {
  usePageTitle(name);
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/sources">Sources</Link> / <b>{name}</b>
          </>
        }
      />
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="second sources-lead">{lead}</p>}
      <SourcesTabs />
      {children}
    </>
  );
}

export function SourcesTabs() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="views outcomes" aria-label="Ways in and out">
      {tabs.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={exactly} aria-current={path === to ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
