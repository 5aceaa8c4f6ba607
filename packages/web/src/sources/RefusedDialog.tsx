/** What of a source could not be read, by reason: where it stands there, why, and the way out. */
import type { Connection, IntakeProblem } from '@rapport/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { countOf, countWords } from '../first-run/count-words.ts';
import { reasonWords, refusedWords } from './source-words.ts';
import '../first-run/ProblemsDialog.css';

interface RefusedDialogProps {
  /** Whose it is: a connection or a mailbox. */
  of: { id: string; problems: Connection['problems']; counts: { refused: number } };
  useProblems: (id: string, code: string | null) => UseQueryResult<{ problems: IntakeProblem[] }>;
  onClose: () => void;
}

export function RefusedDialog({ of, useProblems, onClose }: RefusedDialogProps) {
  const [code, setCode] = useState<string | null>(null);
  const found = useProblems(of.id, code);
  return (
    <Dialog open onClose={onClose} title={refusedWords(of) ?? 'Everything could be read'} kind="wide">
      <p className="second">Everything else was read. A message that is read again counts once.</p>
      <fieldset className="refused-reasons">
        <legend className="visually-hidden">Reason</legend>
        <Choice name="All reasons" isChosen={code === null} onChoose={() => setCode(null)} />
        {of.problems.map((one) => (
          <Choice
            key={one.code}
            name={`${reasonWords(one)}: ${countWords(one.messages > 0 ? one.messages : one.count)}`}
            isChosen={code === one.code}
            onChoose={() => setCode(one.code)}
          />
        ))}
      </fieldset>
      {found.isPending ? <LoadingState>Fetching them.</LoadingState> : null}
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
        <section className="problem-scroll" aria-label="What could not be read" tabIndex={0}>
          <table className="problem-table">
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">What, and the way out</th>
                <th scope="col" className="problem-units">
                  Not read
                </th>
              </tr>
            </thead>
            <tbody>
              {found.data.problems.map((problem) => (
                <tr key={`${problem.file} ${problem.code} ${problem.column} ${problem.reason}`}>
                  <th scope="row">
                    {problem.file}
                    {problem.column === null ? null : <span className="caption problem-file">{problem.column}</span>}
                  </th>
                  <td>
                    {problem.reason || reasonWords(problem)} <span className="second">{problem.wayOut}</span>
                  </td>
                  <td className="problem-units">
                    {problem.units > 0 ? (
                      countOf(problem.units, 'message')
                    ) : (
                      <span className="dim">none, a remark</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Dialog>
  );
}

function Choice({ name, isChosen, onChoose }: { name: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <label>
      <input type="radio" name="refused-reason" checked={isChosen} onChange={onChoose} />
      {name}
    </label>
  );
}
