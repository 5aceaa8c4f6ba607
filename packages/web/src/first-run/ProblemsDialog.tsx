/** What was kept aside or read with a doubt: where it stands in the file, why, and the way out. */
import type { ImportRun, IntakeProblem } from '@rapport/contract';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { countOf, countWords } from './count-words.ts';
import { useImportProblems } from './use-import-problems.ts';
import './ProblemsDialog.css';

export function ProblemsDialog({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const found = useImportProblems(run.id, run.problems);
  const unit = run.plan?.format === 'csv' ? 'row' : 'message';
  const problems = found.data?.pages.flatMap((page) => page.problems) ?? [];
  return (
    <Dialog open onClose={onClose} title={titleOf(run, unit)} kind="wide">
      <p className="second">Everything else was read. Correct these in the file and drop it again: only they change.</p>
      {found.isPending ? <LoadingState>Fetching them.</LoadingState> : null}
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {problems.length > 0 ? <ProblemTable problems={problems} unit={unit} /> : null}
      {found.hasNextPage ? (
        <Button
          onClick={() => void found.fetchNextPage()}
          blocked={found.isFetchingNextPage ? 'They are on their way' : undefined}
        >
          Show more
        </Button>
      ) : null}
    </Dialog>
  );
}

function ProblemTable({ problems, unit }: { problems: readonly IntakeProblem[]; unit: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className="problem-scroll" aria-label="Remarks on the file" tabIndex={0}>
      <table className="problem-table">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What, and the way out</th>
            <th scope="col" className="problem-units">
              Kept aside
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may be alike in every field; the list only grows
            <tr key={index}>
              <th scope="row">
                {problem.line === null ? 'Whole file' : `Line ${countWords(problem.line)}`}
                <span className="caption problem-file">{problem.file}</span>
                {problem.column === null ? null : <span className="caption problem-file">column {problem.column}</span>}
              </th>
              <td>
                {problem.reason} <span className="second">{problem.wayOut}</span>
              </td>
              <td className="problem-units">
                {problem.units > 0 ? (
                  countOf(problem.units, unit)
                ) : (
                  <span className="dim">none, read with a doubt</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const titleOf = (run: ImportRun, unit: string): string =>
  run.counts.rejected > 0
    ? `${countOf(run.counts.rejected, unit)} kept aside`
    : `${countOf(run.problems, 'remark')} on this file`;
