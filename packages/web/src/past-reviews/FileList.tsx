/** The files that were brought: what was kept of each, what was not, and the way to take one out again. */
import type { PastReviewImport } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ConfirmByName } from '../design/ConfirmByName.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { usePastProblems, useRemoveFile } from './use-past-reviews.ts';

export function FileList({ imports }: { imports: readonly PastReviewImport[] }) {
  const [asked, setAsked] = useState<{ what: 'problems' | 'remove'; file: PastReviewImport } | null>(null);
  return (
    <Section title="Files">
      <ul className="past-files">
        {imports.map((file) => (
          <li key={file.id}>
            <span>
              <b>{file.fileName}</b>{' '}
              <span className="caption">
                {wholeDayWords(file.at)}, by {file.by}
              </span>
            </span>
            <span>
              {file.kept.toLocaleString()} ratings kept
              {file.known > 0 ? `, ${file.known.toLocaleString()} the same as one already kept` : ''}
            </span>
            <span className="past-files-end">
              {file.refused > 0 ? (
                <Button size="small" kind="quiet" onClick={() => setAsked({ what: 'problems', file })}>
                  {file.refused.toLocaleString()} rows not read
                </Button>
              ) : null}
              <Button size="small" kind="quiet" onClick={() => setAsked({ what: 'remove', file })}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {asked?.what === 'problems' ? <Problems file={asked.file} onClose={() => setAsked(null)} /> : null}
      {asked?.what === 'remove' ? <Remove file={asked.file} onClose={() => setAsked(null)} /> : null}
    </Section>
  );
}

function Problems({ file, onClose }: { file: PastReviewImport; onClose: () => void }) {
  const query = usePastProblems(file.id);
  return (
    <Dialog open onClose={onClose} title={`Not read in ${file.fileName}`} kind="wide">
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? <ProblemTable problems={query.data.problems} /> : <LoadingState>Fetching the rows.</LoadingState>}
    </Dialog>
  );
}

/** It cannot be undone, so the name is typed. */
function Remove({ file, onClose }: { file: PastReviewImport; onClose: () => void }) {
  const remove = useRemoveFile();
  return (
    <ConfirmByName
      title="Remove these ratings?"
      name={file.fileName}
      error={remove.error}
      onConfirm={() => remove.mutate(file.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {file.kept.toLocaleString()} ratings go, and the rows that could not be read. It cannot be undone; the file can be
      brought again.
    </ConfirmByName>
  );
}
