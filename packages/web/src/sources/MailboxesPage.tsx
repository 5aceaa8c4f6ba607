/** Mailboxes that are read over IMAP: how each stands, and how to add another. */
import type { Mailbox } from '@rapport/contract';
import { useState } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { MailboxDialog } from './MailboxDialog.tsx';
import { MailboxItem } from './MailboxItem.tsx';
import { type MailboxProvider, mailboxProviders, providerOf } from './mailbox-providers.ts';
import { mailboxHeadline } from './mailbox-words.ts';
import { SeeWho } from './SeeWho.tsx';
import { SourcesFrame } from './SourcesFrame.tsx';
import { useMailboxes } from './use-mailboxes.ts';

export function MailboxesPage() {
  const found = useMailboxes();
  const [open, setOpen] = useState<{ provider: MailboxProvider; changed: Mailbox | null } | null>(null);
  const list = found.data?.mailboxes;
  const words = list && list.length > 0 ? mailboxHeadline(list) : null;
  return (
    <SourcesFrame
      name="Mailboxes"
      title={
        words === null ? (
          'Let a mailbox be read as it fills.'
        ) : (
          <>
            <span className="marker">{words.marked}</span>
            {words.rest}
          </>
        )
      }
      lead="Inbox and sent mail become conversations, with their whole past. Rapport only looks: nothing is moved or deleted, and no mail becomes “seen”."
    >
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <LoadingState bars={2}>Asking how the mailboxes stand.</LoadingState> : null}
      {list?.length === 0 ? (
        <EmptyState title="No mailbox is read yet.">
          Say below where yours lies. What to do there first is told step by step, and it is tried before anything is
          stored.
        </EmptyState>
      ) : null}
      {list && list.length > 0 ? (
        <ul className="connections" aria-label="Mailboxes">
          {list.map((one) => (
            <MailboxItem
              key={one.id}
              mailbox={one}
              onChange={() => setOpen({ provider: providerOf(one), changed: one })}
            />
          ))}
        </ul>
      ) : null}
      {list && list.length > 0 ? (
        <SeeWho>Who of the team wrote is told by the address, and behind a shared one by who signed.</SeeWho>
      ) : null}
      <Section title="Add a mailbox">
        <ul className="source-offers">
          {mailboxProviders.map((provider) => (
            <li key={provider.id}>
              <button type="button" className="source-offer" onClick={() => setOpen({ provider, changed: null })}>
                <span className="bold">{provider.name}</span>
                <span className="caption">
                  {provider.signIn === 'oauth'
                    ? 'With a refresh token, which you can take back there at any time.'
                    : 'With a password, best one for Rapport alone.'}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {open ? <MailboxDialog provider={open.provider} changed={open.changed} onClose={() => setOpen(null)} /> : null}
    </SourcesFrame>
  );
}
