/** The head of every page of Settings: where it is, and the other ones this person may open. */
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import '../conversations/ViewTabs.css';
import '../drivers/OutcomeTabs.css';
import { exactly } from '../shell/exactly.ts';
import { mayOpen } from '../shell/may-open.ts';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useMe } from './use-me.ts';
import '../design/Field.css';
import './SettingsFrame.css';

const tabs = [
  { to: '/settings', name: 'This browser', needs: 'member' },
  { to: '/settings/account', name: 'My account', needs: 'member' },
  { to: '/settings/people', name: 'People', needs: 'admin' },
  { to: '/settings/teams', name: 'Teams', needs: 'admin' },
  { to: '/settings/rights', name: 'Agents’ rights', needs: 'member' },
  { to: '/settings/mail', name: 'Mail', needs: 'admin' },
  { to: '/settings/data', name: 'Data kept', needs: 'admin' },
  { to: '/settings/keys', name: 'Keys', needs: 'admin' },
  { to: '/settings/masked', name: 'Masked words', needs: 'admin' },
  { to: '/settings/log', name: 'Log', needs: 'admin' },
] as const;

export function SettingsFrame({
  name,
  title,
  lead,
  children,
}: {
  name: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  usePageTitle(name);
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/settings">Settings</Link> / <b>{name}</b>
          </>
        }
      />
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="second settings-lead">{lead}</p>}
      <SettingsTabs />
      <div className="settings-page">{children}</div>
    </>
  );
}

export function SettingsTabs() {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="views outcomes" aria-label="Settings">
      {tabs
        .filter((tab) => mayOpen(tab, me.data))
        .map(({ to, name }) => (
          <Link key={to} to={to} activeOptions={exactly} aria-current={path === to ? 'page' : undefined}>
            {name}
          </Link>
        ))}
    </nav>
  );
}
