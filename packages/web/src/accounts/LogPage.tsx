/** What was done and by whom, newest first; as a file, too. The filter stands in the address. */
import { type AuditWhat, addressOf, auditWhats, auditWords, call, exportAudit, listAudit } from '@rapport/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, buttonClass } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

export function LogPage() {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const what = auditWhats.find((one) => one === search.what);
  const log = useLog(what);
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const query = what === undefined ? {} : { what };
  return (
    <SettingsFrame
      name="Log"
      title="What was done here, and by whom."
      lead="Each entry holds the hash of the one before it; the command “rapport verify” proves that none was changed or left out. Entries hold ids, never a customer’s words."
    >
      <div className="settings-buttons">
        <label className="field">
          <span className="visually-hidden">Which entries</span>
          <select
            value={what ?? ''}
            onChange={(event) =>
              void navigate({
                to: '/settings/log',
                search: event.target.value === '' ? {} : { what: event.target.value },
              })
            }
          >
            <option value="">Everything</option>
            {auditWhats.map((one) => (
              <option key={one} value={one}>
                {auditWords[one]}
              </option>
            ))}
          </select>
        </label>
        {(['csv', 'jsonl'] as const).map((format) => (
          <a
            key={format}
            className={buttonClass({})}
            href={addressOf(exportAudit, { query: { ...query, format } })}
            download
          >
            {format === 'csv' ? 'Save as CSV' : 'Save as JSON lines'}
          </a>
        ))}
      </div>
      {log.error ? <ErrorState error={log.error} retry={() => void log.refetch()} /> : null}
      {log.isPending ? <LoadingState>Reading the log.</LoadingState> : null}
      {log.data && entries.length === 0 ? <p className="second">Nothing of this kind was done yet.</p> : null}
      <ol className="row-list">
        {entries.map((entry) => (
          <li key={entry.number}>
            <span>
              <b>{auditWords[entry.what]}</b> <span className="second">by {entry.person}</span>
              <br />
              <span className="caption log-detail">
                {[entry.object, ...Object.entries(entry.detail).map(([name, value]) => `${name} ${value ?? 'none'}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="caption">
              {dayAndTimeWords(entry.at)} · no. {entry.number}
            </span>
          </li>
        ))}
      </ol>
      {log.hasNextPage ? (
        <p>
          <Button onClick={() => void log.fetchNextPage()}>Show earlier ones</Button>
        </p>
      ) : null}
    </SettingsFrame>
  );
}

const useLog = (what: AuditWhat | undefined) =>
  useInfiniteQuery({
    queryKey: ['accounts', 'log', what],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, {
        query: { ...(what === undefined ? {} : { what }), ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
