/** Every conversation, narrowed by filters that stand in the address; one is always a key away. */
import type { ConversationFilter, ConversationRow, SavedView } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { pages } from '../routes.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { ConversationList } from './ConversationList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { isSameFilter } from './filter-address.ts';
import { type ListPlace, listSearch, neighbour, parseListPlace, togglePicked } from './list-address.ts';
import { PeekPanel } from './PeekPanel.tsx';
import { PickedStrip } from './PickedStrip.tsx';
import { rowWords } from './row-words.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useConversations, useViewChanges, useViews } from './use-conversations.ts';
import { ViewTabs } from './ViewTabs.tsx';
import './ConversationsPage.css';

const noRows: ConversationRow[] = [];

export function ConversationsPage() {
  usePageTitle('Conversations');
  const navigate = useNavigate();
  const place = parseListPlace(useSearch({ strict: false }));
  const { filter, at, picked } = place;
  const list = useConversations(filter);
  const views = useViews();
  const changes = useViewChanges();
  const status = useStatus();
  const toast = useToast();
  const filterField = useRef<HTMLInputElement>(null);
  const [naming, setNaming] = useState(false);

  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? noRows, [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const totalWords = `${list.data?.pages[0]?.totalIsExact === false ? 'about ' : ''}${total.toLocaleString()}`;
  const current = rows.find((row) => row.id === at);
  const view = views.data?.views.find((one) => isSameFilter(one.filter, filter));

  const go = (next: Partial<ListPlace>, replace = true) =>
    void navigate({ to: '/conversations', search: listSearch({ ...place, ...next }), replace });
  const narrow = (next: ConversationFilter) => go({ filter: next, at: undefined, peek: false }, false);
  const open = (id: string) =>
    void navigate({
      to: `/conversations/${encodeURIComponent(id)}`,
      search: listSearch({ ...place, at: undefined, peek: false }),
    });
  const move = (step: 1 | -1) => {
    const id = neighbour(
      rows.map((row) => row.id),
      at,
      step,
    );
    if (id !== undefined && id !== at) go({ at: id });
  };
  const forget = (one: SavedView) =>
    changes.remove.mutate(one.id, {
      onSuccess: () =>
        toast({
          text: `View “${one.name}” is forgotten. No conversation is touched.`,
          undo: () => changes.save.mutate({ name: one.name, filter: one.filter }),
        }),
      onError: () => toast({ text: `View “${one.name}” could not be forgotten; it is still there.` }),
    });

  useKeys({
    next: () => move(1),
    back: () => move(-1),
    open: () => (at === undefined ? undefined : open(at)),
    peek: () => go(at === undefined && rows[0] ? { at: rows[0].id, peek: true } : { peek: !place.peek }),
    select: () => (at === undefined ? undefined : go({ picked: togglePicked(picked, at) })),
    filter: () => filterField.current?.focus(),
    'save-view': () => setNaming(true),
    close: () => (place.peek ? go({ peek: false }) : undefined),
  });

  return (
    <>
      <TopStrip where={<b>Conversations</b>} />
      <h1 className="visually-hidden">Conversations</h1>
      <ViewTabs
        views={views.data?.views ?? []}
        current={view}
        found={list.isSuccess && !list.isPlaceholderData ? totalWords : null}
        searchOf={(one) => listSearch({ filter: one.filter, at: undefined, peek: false, picked })}
        onSave={() => setNaming(true)}
        onForget={forget}
      />
      <FilterBar filter={filter} onChange={narrow} fieldRef={filterField} />
      <div className={place.peek ? 'conversations peeking' : 'conversations'}>
        <div className="conversations-list">
          {list.isError && rows.length === 0 ? (
            <ErrorState error={list.error} retry={() => void list.refetch()} />
          ) : null}
          {list.isPending ? (
            <LoadingState bars={9}>
              {status.data ? `Fetching the first of ${status.data.seen.conversations.toLocaleString()}.` : 'Fetching.'}
            </LoadingState>
          ) : null}
          {list.isSuccess && rows.length === 0 ? (
            <NoRows isAll={Object.keys(filter).length === 0} onClear={() => narrow({})} />
          ) : null}
          {rows.length > 0 ? (
            <ConversationList
              rows={rows}
              total={total}
              totalIsExact={list.data?.pages[0]?.totalIsExact ?? true}
              filter={filter}
              at={at}
              picked={picked}
              stale={list.isPlaceholderData}
              hasMore={list.hasNextPage}
              onNeedMore={() => (list.isFetchingNextPage ? undefined : void list.fetchNextPage())}
              onSelect={(id) => go({ at: id })}
              onOpen={open}
              searchOf={() => listSearch({ ...place, at: undefined, peek: false })}
            />
          ) : null}
          {picked.length > 0 ? (
            <PickedStrip
              picked={picked}
              onRead={() => picked[0] && open(picked[0])}
              onClear={() => go({ picked: [] })}
            />
          ) : null}
        </div>
        <PeekPanel
          conversationId={at}
          whole={place.peek}
          namesHidden={status.data?.agentNamesShown === false}
          onOpen={open}
          onClose={() => go({ peek: false })}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {current ? `${rows.indexOf(current) + 1} of ${total}: ${rowWords(current)}` : ''}
      </p>
      {naming ? (
        <SaveViewDialog
          filter={filter}
          known={view}
          onClose={() => setNaming(false)}
          onSave={(name) =>
            changes.save.mutateAsync({ name, filter }).then((saved) => {
              setNaming(false);
              toast({ text: `View “${saved.name}” is saved.`, undo: () => changes.remove.mutate(saved.id) });
            })
          }
        />
      ) : null}
    </>
  );
}

function NoRows({ isAll, onClear }: { isAll: boolean; onClear: () => void }) {
  return isAll ? (
    <EmptyState
      title="No conversations yet."
      action={
        pages.some((page) => page.path === '/first-run') ? (
          <Link to="/first-run" className={buttonClass({ kind: 'primary', size: 'small' })}>
            Bring in conversations
          </Link>
        ) : undefined
      }
    >
      They stand here as soon as a file is read, before it is scored.
    </EmptyState>
  ) : (
    <EmptyState
      title="No conversation is under all of these filters."
      action={
        <Button size="small" onClick={onClear}>
          Show all conversations
        </Button>
      }
    >
      Take one away, or start from all.
    </EmptyState>
  );
}
