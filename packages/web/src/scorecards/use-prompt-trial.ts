/** Asks the judge about one conversation after the other, so that each answer shows as it comes and the rest can be stopped. */
import { call, drawPromptTrial, type PromptTrial, type PromptTrialDraw, tryPrompt } from '@rapport/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

export interface PromptQuestion {
  name: string;
  prompt: string;
  points: number;
}

/** What a conversation is known by before it was asked about. */
export type TrialPart = Pick<PromptTrialDraw['parts'][number], 'conversationId' | 'customer'> & { agentId?: string };

export interface TrialRow {
  part: TrialPart;
  /** Null: not answered yet. */
  trial: PromptTrial | null;
}

export function usePromptTrial(question: PromptQuestion) {
  const queries = useQueryClient();
  const [rows, setRows] = useState<readonly TrialRow[]>([]);
  const stop = useRef<AbortController | null>(null);
  // A prompt that is being changed is asked about no further: each question may cost money.
  useEffect(() => () => stop.current?.abort(), []);

  const asking = useMutation({
    mutationFn: async (what: { count: number } | { part: TrialPart }) => {
      const stopping = new AbortController();
      stop.current = stopping;
      const { signal } = stopping;
      const parts =
        'part' in what ? [what.part] : (await call(drawPromptTrial, { body: { count: what.count }, signal })).parts;
      const fresh = parts.map((part): TrialRow => ({ part, trial: null }));
      const isFresh = (one: TrialRow) => parts.some(({ conversationId }) => conversationId === one.part.conversationId);
      setRows((before) => [...fresh, ...before.filter((one) => one.trial !== null && !isFresh(one))]);
      for (const part of parts) {
        if (signal.aborted) break;
        const { conversationId, agentId } = part;
        const body = { ...question, conversationId, ...(agentId === undefined ? {} : { agentId }) };
        const trial = await call(tryPrompt, { body, signal });
        setRows((before) =>
          before.map((one) => (one.part.conversationId === conversationId ? { ...one, trial } : one)),
        );
        if (trial.trouble?.kind === 'no-budget' || trial.trouble?.kind === 'off') break;
      }
      return parts.length;
    },
    onSettled: () => {
      setRows((before) => before.filter(({ trial }) => trial !== null));
      // The budget has changed whatever came of it.
      void queries.invalidateQueries({ queryKey: ['judge'], exact: true });
    },
  });
  const wasStopped = asking.isError && stop.current?.signal.aborted === true;
  return {
    rows,
    start: (count: number) => asking.mutate({ count }),
    askAbout: (part: TrialPart) => asking.mutate({ part }),
    stop: () => stop.current?.abort(),
    isAsking: asking.isPending,
    error: wasStopped ? null : asking.error,
    /** Nothing was there to draw from. */
    isEmpty: asking.data === 0,
  };
}
