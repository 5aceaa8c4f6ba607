/** Above every page while two versions of the scorer stand side by side: what that means, and one click. */
import type { ScoringState } from '@rapport/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from '../design/Button.tsx';
import { scoringWords } from './scoring-words.ts';
import { useRescore } from './use-scoring.ts';
import './ScorerNotice.css';

export function ScorerNotice({ scoring }: { scoring: ScoringState | undefined }) {
  const queries = useQueryClient();
  const { start, pause, resume } = useRescore();
  const wasOpen = useRef(false);
  const isOpen = scoring?.rescore != null;
  useEffect(() => {
    // It has just ended: whatever was fetched before was read by the earlier version.
    if (wasOpen.current && !isOpen) void queries.invalidateQueries();
    wasOpen.current = isOpen;
  }, [isOpen, queries]);
  const words = scoring ? scoringWords(scoring) : null;
  if (!scoring || words === null) return null;
  const { rescore, scorerVersion } = scoring;
  const failed = start.error ?? pause.error ?? resume.error;
  return (
    <section className="scorer-notice" aria-label="Scorer">
      <p>
        <b>{words.headline}</b> {words.rest}
        {failed ? <span className="attention"> {failed.message}</span> : null}
      </p>
      {words.action === 'start' ? (
        <Button size="small" kind="primary" onClick={() => start.mutate()}>
          Score again with {scorerVersion}
        </Button>
      ) : null}
      {words.action === 'pause' && rescore ? (
        <Button size="small" onClick={() => pause.mutate(rescore)}>
          Pause
        </Button>
      ) : null}
      {words.action === 'resume' && rescore ? (
        <Button size="small" kind="primary" onClick={() => resume.mutate(rescore)}>
          Go on
        </Button>
      ) : null}
      {rescore ? (
        <progress max={Math.max(1, rescore.toScore)} value={rescore.scored} aria-label="Conversations scored again" />
      ) : null}
    </section>
  );
}
