/** The last calls at an address, and what became of each. */
import { Dialog } from '../design/Dialog.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { sizeWords } from '../first-run/count-words.ts';
import '../first-run/ProblemsDialog.css';
import { useWebhookCalls } from './use-webhooks.ts';
import { isGoodVerdict, verdictWords } from './webhook-words.ts';

export function CallsDialog({ receiverId, name, onClose }: { receiverId: string; name: string; onClose: () => void }) {
  const found = useWebhookCalls(receiverId);
  const calls = found.data?.calls ?? [];
  return (
    <Dialog open onClose={onClose} title={`The last calls of ${name}`} kind="wide">
      <p className="second">The last fifty; what they held is not shown here. New ones appear by themselves.</p>
      {found.isPending ? <LoadingState>Fetching them.</LoadingState> : null}
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data && calls.length === 0 ? <p>None has come yet.</p> : null}
      {calls.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
        <section className="problem-scroll" aria-label="The last calls" tabIndex={0}>
          <table className="problem-table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What became of it</th>
                <th scope="col" className="problem-units">
                  Size
                </th>
              </tr>
            </thead>
            <tbody>
              {calls.map(({ id, at, verdict, bytes }) => (
                <tr key={id}>
                  <td>{dayAndTimeWords(at)}</td>
                  <td className={isGoodVerdict(verdict) ? undefined : 'attention'}>{verdictWords[verdict]}</td>
                  <td className="problem-units">{sizeWords(bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Dialog>
  );
}
