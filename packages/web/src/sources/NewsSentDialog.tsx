/** The last pieces of news to an address: when, what, how often tried, with what answer. */
import { Dialog } from '../design/Dialog.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import '../first-run/ProblemsDialog.css';
import { deliveryWords, eventWords } from './hook-words.ts';
import { useNewsSent } from './use-hooks.ts';

export function NewsSentDialog({ hookId, host, onClose }: { hookId: string; host: string; onClose: () => void }) {
  const found = useNewsSent(hookId);
  const sent = found.data?.deliveries ?? [];
  return (
    <Dialog open onClose={onClose} title={`What was sent to ${host}`} kind="wide">
      <p className="second">The last 200, of thirty days. It goes on by itself.</p>
      {found.isPending ? <LoadingState>Fetching them.</LoadingState> : null}
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data && sent.length === 0 ? <p>Nothing yet.</p> : null}
      {sent.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
        <section className="problem-scroll" aria-label="What was sent" tabIndex={0}>
          <table className="problem-table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What, and what came of it</th>
                <th scope="col" className="problem-units">
                  Tries
                </th>
              </tr>
            </thead>
            <tbody>
              {sent.map(({ id, createdAt, event, state, status, trouble, tries }) => (
                <tr key={id}>
                  <td>{dayAndTimeWords(createdAt)}</td>
                  <td>
                    {eventWords[event].name}
                    <br />
                    <span className={state === 'delivered' ? 'caption' : 'attention'}>
                      {state === 'waiting' && tries === 0 ? 'On its way' : deliveryWords[state]}
                      {trouble === null ? (status === null ? '' : ` (status ${status})`) : `: ${trouble}`}
                    </span>
                  </td>
                  <td className="problem-units">{tries}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Dialog>
  );
}
