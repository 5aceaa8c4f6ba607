/** Quiet bars with words: what is being fetched, and what is already known. No spinner. */
import './EmptyState.css';
import './LoadingState.css';

export function LoadingState({ children, bars = 3 }: { children: string; bars?: number }) {
  return (
    <div className="loading-state" role="status">
      <p className="second">{children}</p>
      <div className="loading-bars" aria-hidden="true">
        {Array.from({ length: bars }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never reordered
          <i key={index} />
        ))}
      </div>
    </div>
  );
}
