/** Where conversations come from by themselves: how each source stands, what it has brought, and how to connect another. */
import type { Connection, SourceOffer } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { ConnectDialog } from './ConnectDialog.tsx';
import { ConnectionItem } from './ConnectionItem.tsx';
import { SeeWho } from './SeeWho.tsx';
import { SourcesTabs } from './SourcesFrame.tsx';
import { headlineOf } from './source-words.ts';
import { useConnections, useSourceOffers } from './use-sources.ts';
import './SourcesPage.css';

export function SourcesPage() {
  usePageTitle('Sources');
  const connections = useConnections();
  const offers = useSourceOffers();
  const [open, setOpen] = useState<{ offer: SourceOffer; changed: Connection | null } | null>(null);
  const list = connections.data?.connections;
  const hasWriters = (useStatus().data?.messages ?? 0) > 0;
  const offerOf = (kind: string) => offers.data?.sources.find((one) => one.kind === kind);
  const change = (changed: Connection) => {
    const offer = offerOf(changed.kind);
    if (offer) setOpen({ offer, changed });
  };
  const error = connections.error ?? offers.error;
  return (
    <>
      <TopStrip where={<b>Sources</b>} />
      <Headline list={list} />
      <SourcesTabs />
      {error ? (
        <ErrorState error={error} retry={() => void Promise.all([connections.refetch(), offers.refetch()])} />
      ) : null}
      {connections.isPending ? <LoadingState bars={3}>Asking how the sources stand.</LoadingState> : null}
      {list && list.length > 0 ? (
        <ul className="connections" aria-label="Connected sources">
          {list.map((one) => (
            <ConnectionItem
              key={one.id}
              connection={one}
              kindName={offerOf(one.kind)?.name ?? one.kind}
              onChange={() => change(one)}
            />
          ))}
        </ul>
      ) : null}
      {list && list.length > 0 ? (
        <SeeWho>
          Who answers there is told by the helpdesks; machines that post as people are found by their habits.
        </SeeWho>
      ) : list && hasWriters ? (
        <SeeWho>Whoever wrote in what you have brought in so far stands on one list.</SeeWho>
      ) : null}
      {list?.length === 0 ? (
        <EmptyState title="No helpdesk is connected yet.">
          Connect one below, and its conversations come by themselves: first its past, then every minute what is new.
          Rapport only reads; it never writes anything there.
        </EmptyState>
      ) : null}
      {offers.data ? (
        <Section title="Connect a helpdesk">
          <ul className="source-offers">
            {offers.data.sources.map((offer) => (
              <li key={offer.kind}>
                <button type="button" className="source-offer" onClick={() => setOpen({ offer, changed: null })}>
                  <span className="bold">{offer.name}</span>
                  <span className="caption">{offer.reads}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className="second source-else">
            Something else?{' '}
            <Link to="/first-run" className={buttonClass({ kind: 'quiet', size: 'small' })}>
              Bring in a file
            </Link>
          </p>
        </Section>
      ) : null}
      {open ? <ConnectDialog offer={open.offer} changed={open.changed} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Headline({ list }: { list: readonly Connection[] | undefined }) {
  if (list === undefined || list.length === 0) return <h1>Let conversations come by themselves.</h1>;
  const { marked, rest } = headlineOf(list);
  return (
    <h1>
      <span className="marker">{marked}</span>
      {rest}
    </h1>
  );
}
