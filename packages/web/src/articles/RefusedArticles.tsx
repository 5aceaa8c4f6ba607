import type { ArticleImport } from '@rapport/contract';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useArticleProblems } from './use-articles.ts';

export function RefusedArticles({ file, onClose }: { file: ArticleImport; onClose: () => void }) {
  const query = useArticleProblems(file.id);
  const problems = query.data?.problems ?? [];
  return (
    <Dialog open onClose={onClose} title={`Refused of ${file.fileName}`} kind="wide">
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState>Fetching what was refused.</LoadingState> : null}
      <ul className="article-refused">
        {problems.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list in the order of the file, which never changes
          <li key={index}>
            <b className="bold">
              {one.file}
              {one.line === null ? '' : `, line ${one.line}`}
            </b>{' '}
            {one.reason} <span className="second">{one.wayOut}</span>
          </li>
        ))}
      </ul>
      {query.data?.next ? (
        <p className="caption">
          The first {problems.length} of {file.counts.refused.toLocaleString()}.
        </p>
      ) : null}
    </Dialog>
  );
}
