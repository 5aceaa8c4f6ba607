/** Newsletters, bounces, invoices …: what was left out of scoring as no service, to be confirmed by kind or put right. */
import type { NotServiceKind, NotServiceThread } from '@rapport/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { KindSection } from './KindSection.tsx';
import { headlineOf, kindNames, nextOpen } from './service-words.ts';
import { useNotService, useSayService } from './use-service.ts';
import './ServicePage.css';

export function ServicePage() {
  usePageTitle('Which are service');
  // The router gives every parameter of every route; this one is in this page's address.
  const { importId = '' } = useParams({ strict: false });
  const [opened, setOpened] = useState<NotServiceKind | null>(null);
  const [at, setAt] = useState(0);
  const found = useNotService(importId, opened);
  const say = useSayService(importId);
  const toast = useToast();
  const groups = found.data?.groups ?? [];
  const current = groups[Math.min(at, groups.length - 1)];
  const headline = headlineOf(groups);

  const move = (step: number) => {
    const next = Math.max(0, Math.min(groups.length - 1, at + step));
    setAt(next);
    document.getElementById(`kind-${groups[next]?.kind}`)?.scrollIntoView({ block: 'nearest' });
  };
  const sayKind = (kind: NotServiceKind, isService: boolean) => {
    if (say.kind.isPending) return;
    say.kind.mutate(
      { kind, isService },
      {
        onSuccess: () => {
          if (isService) toast({ text: `${kindNames[kind]}: they are service now, and are scored.` });
          else setAt(nextOpen(groups, at));
        },
      },
    );
  };
  const sayOne = (thread: NotServiceThread, kind: NotServiceKind) =>
    say.one.mutate(
      { conversationId: thread.conversationId, notService: null },
      {
        onSuccess: () =>
          toast({
            text: `“${thread.subject || 'No subject'}” is service now, and is scored.`,
            undo: () => say.one.mutate({ conversationId: thread.conversationId, notService: kind }),
          }),
      },
    );
  useKeys(current ? { next: () => move(1), back: () => move(-1), confirm: () => sayKind(current.kind, false) } : {});
  return (
    <div className="service-page">
      <TopStrip
        where={
          <>
            <Link to="/first-run">Bring in data</Link> / <b>Which are service</b>
          </>
        }
      />
      <h1>
        {headline === null ? (
          'Which conversations are service?'
        ) : (
          <>
            <span className="marker">{headline.marked}</span>
            {headline.rest}
          </>
        )}
      </h1>
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {say.kind.error || say.one.error ? <ErrorState error={say.kind.error ?? say.one.error} /> : null}
      {found.isPending ? <LoadingState bars={4}>Looking at what was left out.</LoadingState> : null}
      {headline !== null ? (
        <p className="second service-lead">
          They are kept and listed, and nobody is scored for them. Say it once for each kind; what is service after all
          is scored at once.
        </p>
      ) : null}
      {groups.map((group) => (
        <KindSection
          key={group.kind}
          group={group}
          isCurrent={group === current}
          isOpened={opened === group.kind}
          isBusy={say.kind.isPending || say.one.isPending}
          onSay={(isService) => sayKind(group.kind, isService)}
          onSayOne={(thread) => sayOne(thread, group.kind)}
          onOpen={() => setOpened(group.kind)}
        />
      ))}
      {found.data && groups.length === 0 ? (
        <EmptyState
          title="Every conversation of this import is taken for service."
          action={
            <Link to="/first-run" search={{ import: importId }} className={buttonClass({ size: 'small' })}>
              Back to the import
            </Link>
          }
        />
      ) : null}
    </div>
  );
}
