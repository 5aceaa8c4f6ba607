/** The frame around every page: rail, main, key line; and what is reachable from everywhere. */
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { KeyLine } from '../keys/KeyLine.tsx';
import { type KeyHandlers, useKeys } from '../keys/KeyProvider.tsx';
import type { KeyActionId } from '../keys/key-actions.ts';
import { pages } from '../routes.tsx';
import { ScorerNotice } from '../trend/ScorerNotice.tsx';
import { mayOpen, ruleOf } from './may-open.ts';
import { NotForYou } from './NotForYou.tsx';
import { PaletteContext } from './palette-context.ts';
import { Rail } from './Rail.tsx';
import { useStatus } from './use-status.ts';
import './Shell.css';

const SignInPage = lazy(() => import('../accounts/SignInPage.tsx').then((one) => ({ default: one.SignInPage })));
const CommandPalette = lazy(() => import('./CommandPalette.tsx').then((one) => ({ default: one.CommandPalette })));
const KeySheet = lazy(() => import('../keys/KeySheet.tsx').then((one) => ({ default: one.KeySheet })));

export function Shell() {
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null);
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const pattern = useRouterState({ select: (state) => String(state.matches.at(-1)?.routeId ?? '') });
  const entry = pages.find((page) => page.path === pattern);
  const status = useStatus();
  const me = useMe();
  const openPalette = () => setOpened('palette');
  useKeys(
    {
      palette: openPalette,
      help: () => setOpened('keys'),
      ...goHandlers((to) => void router.navigate({ to })),
    },
    'shell',
  );
  // Nobody is signed in: whatever the address, the way in comes first. Only a one-time link is a way in of its own.
  if (me.data && me.data.person === null && path !== '/join') {
    return (
      <main id="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <SignInPage me={me.data} />
        </Suspense>
      </main>
    );
  }
  return (
    <PaletteContext value={openPalette}>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <div className="shell">
        <Rail status={status.data} path={path} me={me.data} />
        <main id="main" tabIndex={-1}>
          <ScorerNotice scoring={status.data?.scoring} />
          {entry === undefined || mayOpen(entry, me.data) ? <Outlet /> : <NotForYou rule={ruleOf(entry)} />}
        </main>
        <KeyLine onShowAll={() => setOpened('keys')} />
      </div>
      <PageAnnouncer path={path} />
      <Suspense fallback={null}>
        {opened === 'palette' ? <CommandPalette onClose={() => setOpened(null)} /> : null}
        {opened === 'keys' ? <KeySheet onClose={() => setOpened(null)} /> : null}
      </Suspense>
    </PaletteContext>
  );
}

/** Says the new page's title once after a move; the focus stays where it was. */
function PageAnnouncer({ path }: { path: string }) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = '';
    const timer = setTimeout(() => {
      if (place.current) place.current.textContent = document.title;
    }, 400);
    return () => clearTimeout(timer);
  }, [path]);
  return <div ref={place} className="visually-hidden page-announcer" aria-live="polite" />;
}

function goHandlers(go: (to: string) => void): KeyHandlers {
  const entries = pages.flatMap((page): [KeyActionId, () => void][] =>
    page.rail ? [[page.rail.go, () => go(page.path)]] : [],
  );
  return Object.fromEntries(entries);
}
