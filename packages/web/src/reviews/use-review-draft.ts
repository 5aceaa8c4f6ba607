/**
 * Keeps a draft on the server while it is written. Saves follow one another, never two at once; what changed meanwhile goes
 * with the next. Leaving the page sends what is left, and says so where it could not.
 */
import type { ReviewContent } from '@rapport/contract';
import { useCallback, useEffect, useRef, useState } from 'react';

export type SavingState = 'saved' | 'saving' | 'failed';

export interface ReviewDraft {
  content: ReviewContent;
  change: (next: (content: ReviewContent) => ReviewContent) => void;
  saving: SavingState;
  error: unknown;
  /** Ends when everything is on the server. @throws what the server answered */
  flush: () => Promise<void>;
  /** Time with the page in front, in seconds, what was kept before included. */
  seconds: () => number;
}

const waitMilliseconds = 500;

export interface DraftToSave {
  saves: number;
  content: ReviewContent;
  seconds: number;
}

/**
 * @param start as it was when the page opened
 * @param send keeps it and answers with the count of its saves; the same function as long as the draft is the same
 */
export function useReviewDraft(start: DraftToSave, send: (draft: DraftToSave) => Promise<number>): ReviewDraft {
  const [content, setContent] = useState(start.content);
  const [saving, setSaving] = useState<SavingState>('saved');
  const [error, setError] = useState<unknown>(null);
  const seconds = useSecondsInFront(start.seconds);
  const newest = useRef(content);
  const stored = useRef({ content: start.content, saves: start.saves });
  const running = useRef<Promise<void> | null>(null);

  const save = useCallback(async (): Promise<void> => {
    while (running.current !== null) await running.current.catch(() => undefined);
    const sent = newest.current;
    if (sent === stored.current.content) return;
    setSaving('saving');
    const work = (async () => {
      const saves = await send({ saves: stored.current.saves, content: sent, seconds: seconds() });
      stored.current = { content: sent, saves };
    })();
    running.current = work;
    try {
      await work;
      setError(null);
      setSaving(newest.current === sent ? 'saved' : 'saving');
    } catch (failure) {
      setError(failure);
      setSaving('failed');
      throw failure;
    } finally {
      running.current = null;
    }
  }, [send, seconds]);

  useEffect(() => {
    newest.current = content;
    if (content === stored.current.content) return;
    setSaving('saving');
    // A failure is shown; the next change or the button tries again.
    const timer = setTimeout(() => void save().catch(() => undefined), waitMilliseconds);
    return () => clearTimeout(timer);
  }, [content, save]);

  useEffect(() => {
    const isOpen = () => newest.current !== stored.current.content;
    const onHide = () => {
      if (document.visibilityState === 'hidden' && isOpen()) void save().catch(() => undefined);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isOpen()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
      if (isOpen()) void save().catch(() => undefined);
    };
  }, [save]);

  const change = useCallback((next: (content: ReviewContent) => ReviewContent) => setContent(next), []);
  const flush = useCallback(async () => {
    while (newest.current !== stored.current.content || running.current !== null) await save();
  }, [save]);
  return { content, change, saving, error, flush, seconds };
}

/** Counts only while the page is in front: a review that waits over lunch did not take an hour. */
function useSecondsInFront(before: number): () => number {
  const counted = useRef({ total: before, since: 0 });
  useEffect(() => {
    counted.current.since = performance.now();
    const onChange = () => {
      const { total, since } = counted.current;
      const now = performance.now();
      counted.current =
        document.visibilityState === 'hidden'
          ? { total: total + (now - since) / 1000, since: 0 }
          : { total, since: now };
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
  return useCallback(() => {
    const { total, since } = counted.current;
    return Math.min(86_400, Math.round(total + (since === 0 ? 0 : (performance.now() - since) / 1000)));
  }, []);
}
