/** What happened, what is safe, what to do; and the button that does it. */
import { RapportError } from '@rapport/contract';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './EmptyState.css';

export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const parts = error instanceof RapportError ? error.parts : { what: 'This page hit an error of ours.' };
  return (
    <div className="error-state" role="alert">
      <p className="bold attention">
        <Icon name="warning" size={14} /> {parts.what}
      </p>
      <p className="second">
        {[parts.why ?? 'Nothing stored is touched by it.', parts.wayOut].filter(Boolean).join(' ')}
      </p>
      {retry ? (
        <p className="empty-action">
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </p>
      ) : null}
    </div>
  );
}
