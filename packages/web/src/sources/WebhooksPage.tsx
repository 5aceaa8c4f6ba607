/** Addresses to which helpdesks send their news the moment something happens. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { countOf } from '../first-run/count-words.ts';
import { ReceiverDialog } from './ReceiverDialog.tsx';
import { ReceiverItem } from './ReceiverItem.tsx';
import { SourcesFrame } from './SourcesFrame.tsx';
import { useReceivers } from './use-webhooks.ts';

/** A helpdesk somewhere else cannot reach the machine you sit at. */
const isOwnMachine = () => /^(?:localhost|127\.|\[::1\])/.test(globalThis.location.hostname);

export function WebhooksPage() {
  const found = useReceivers();
  const [isOpen, setOpen] = useState(false);
  const list = found.data?.receivers;
  const deaf = list?.filter(({ state, received }) => state === 'on' && received === 0).length ?? 0;
  return (
    <SourcesFrame
      name="Webhooks"
      title={
        !list || list.length === 0 ? (
          'Let helpdesks tell at once.'
        ) : (
          <>
            <span className="marker">{headlineOf(list.length, deaf)}</span>.
          </>
        )
      }
      lead="A webhook brings news the moment something happens, where a connection asks every minute. Both together is best: use the same origin, and nothing is doubled, whatever comes twice, late or in another order."
    >
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <LoadingState bars={2}>Asking how the addresses stand.</LoadingState> : null}
      {list?.length === 0 ? (
        <EmptyState title="No helpdesk sends anything yet.">
          Make an address for one. What to enter where is told step by step.
        </EmptyState>
      ) : null}
      {isOwnMachine() && list ? (
        <p className="second sources-lead">
          You see Rapport under {globalThis.location.host}. A helpdesk on another machine needs the public address of
          this one in its place.
        </p>
      ) : null}
      {list && list.length > 0 ? (
        <ul className="connections" aria-label="Addresses for webhooks">
          {list.map((one) => (
            <ReceiverItem key={one.id} receiver={one} />
          ))}
        </ul>
      ) : null}
      <p>
        <Button kind="primary" onClick={() => setOpen(true)}>
          Make an address
        </Button>
      </p>
      {isOpen ? <ReceiverDialog onClose={() => setOpen(false)} /> : null}
    </SourcesFrame>
  );
}

function headlineOf(all: number, deaf: number): string {
  if (deaf === 0) return `${countOf(all, 'address', 'addresses')} ${all === 1 ? 'receives' : 'receive'} news`;
  return `${countOf(deaf, 'address', 'addresses')} ${deaf === 1 ? 'was' : 'were'} not called yet`;
}
