/** Two fields and what the check says of them. Needs no import, no account, no network: only this page. */
import { type ReactNode, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { DraftPanel, PanelHead } from './DraftPanel.tsx';
import { customerMarks, draftMarks } from './draft-marks.ts';
import { examples } from './examples.ts';
import { MarkedField } from './MarkedField.tsx';
import { useDraftCheck } from './use-draft-check.ts';
import './TryReply.css';

interface TryReplyProps {
  heading: ReactNode;
  /** What a server adds below the fields, from the customer's words alone; the page by itself has none. */
  below?: (customerText: string) => ReactNode;
}

export function TryReply({ heading, below }: TryReplyProps) {
  const [customerText, setCustomerText] = useState('');
  const [draft, setDraft] = useState('');
  const [nextExample, setNextExample] = useState(0);
  const [current, setCurrent] = useState<number | null>(null);
  const state = useDraftCheck(customerText, draft);
  const check = state.kind === 'ready' ? state.checked.check : null;
  const isEmpty = customerText.trim() === '' && draft.trim() === '';

  const fill = () => {
    const example = examples[nextExample % examples.length];
    if (!example) return;
    setCustomerText(example.customerText);
    setDraft(example.draft);
    setNextExample(nextExample + 1);
  };

  return (
    <div className="try-reply">
      <section className="try-fields" aria-label="A message and your reply">
        <div>{heading}</div>
        <MarkedField
          label="What the customer wrote"
          voice="customer"
          text={customerText}
          marks={check ? customerMarks(check) : []}
          current={current}
          placeholder="Paste a customer’s message"
          onText={setCustomerText}
        />
        <MarkedField
          label="Your reply"
          voice="draft"
          text={draft}
          marks={check ? draftMarks(check) : []}
          current={current}
          placeholder="Write your answer; marks come as you type"
          onText={setDraft}
        />
        <div className="try-below">
          <Button onClick={fill}>{nextExample === 0 ? 'Fill in an example' : 'Another example'}</Button>
          {isEmpty ? null : (
            <Button
              kind="quiet"
              onClick={() => {
                setCustomerText('');
                setDraft('');
              }}
            >
              Empty both
            </Button>
          )}
        </div>
        {below?.(customerText)}
        <p className="caption try-legend">
          Straight line: helps. Wavy: may hurt. Dashed: a promise. Double: goodwill. Dotted: what calls for an answer.
        </p>
      </section>
      <aside className="try-panel" aria-label="What the check says">
        {state.kind === 'loading' ? <LoadingState>Fetching the rules, once.</LoadingState> : null}
        {state.kind === 'failed' ? <RulesFailed retry={state.retry} /> : null}
        {state.kind === 'ready' && !isEmpty ? (
          <DraftPanel check={state.checked.check} tookMs={state.checked.tookMs} onLook={setCurrent} />
        ) : null}
        {state.kind === 'ready' && isEmpty ? (
          <>
            <PanelHead />
            <EmptyState title="Paste a message and write your answer.">
              Here stands what your answer skips, in the customer’s own words, what may hurt, and what is already good.
              Or look at an example first.
            </EmptyState>
          </>
        ) : null}
      </aside>
    </div>
  );
}

function RulesFailed({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <p className="bold attention">The rules could not be fetched.</p>
      <p className="second">What you wrote is still here.</p>
      <p className="try-retry">
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </p>
    </div>
  );
}
