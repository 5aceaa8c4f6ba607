/** Addresses of other systems to which Rapport sends its news. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { countOf } from '../first-run/count-words.ts';
import { NewsAddressDialog } from './NewsAddressDialog.tsx';
import { NewsAddressItem } from './NewsAddressItem.tsx';
import { SourcesFrame } from './SourcesFrame.tsx';
import { useNewsAddresses } from './use-hooks.ts';

const example = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** headers and body exactly as they came */
export function isFromRapport(secret, headers, body) {
  const signed = headers['x-rapport-timestamp'] + '.' + body;
  const expected = 'sha256=' + createHmac('sha256', secret).update(signed).digest('hex');
  const said = headers['x-rapport-signature'] ?? '';
  return said.length === expected.length && timingSafeEqual(Buffer.from(said), Buffer.from(expected));
}`;

export function NewsPage() {
  const found = useNewsAddresses();
  const [isOpen, setOpen] = useState(false);
  const list = found.data?.hooks;
  const on = list?.filter(({ state }) => state === 'on').length ?? 0;
  return (
    <SourcesFrame
      name="News that goes out"
      title={
        !list || on === 0 ? (
          'Nothing is sent anywhere.'
        ) : (
          <span className="marker">News goes to {countOf(on, 'address', 'addresses')}.</span>
        )
      }
      lead="Another system is told when something happens here. What leaves this machine is ids and numbers, signed; never a name or a word of a customer."
    >
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <LoadingState bars={2}>Asking which addresses there are.</LoadingState> : null}
      {list?.length === 0 ? (
        <EmptyState title="No other system is told anything.">
          Enter the address of one that takes webhooks, such as a flow of your automation tool.
        </EmptyState>
      ) : null}
      {list && list.length > 0 ? (
        <ul className="connections" aria-label="Addresses for news">
          {list.map((one) => (
            <NewsAddressItem key={one.id} hook={one} />
          ))}
        </ul>
      ) : null}
      <p>
        <Button kind="primary" onClick={() => setOpen(true)}>
          Send news to an address
        </Button>
      </p>
      <details className="sources-lead">
        <summary>How the other side knows that it is from here</summary>
        <p className="second">
          Each piece carries a time and a signature made with the secret. Check both before you believe it, and refuse
          what is older than five minutes. In Node:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
        <section className="command-line" aria-label="Example in Node" tabIndex={0}>
          <pre>{example}</pre>
        </section>
      </details>
      {isOpen ? <NewsAddressDialog onClose={() => setOpen(false)} /> : null}
    </SourcesFrame>
  );
}
