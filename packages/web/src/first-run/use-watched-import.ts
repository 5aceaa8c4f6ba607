import { addressOf, type ImportRun, importRun, watchImport } from '@rapport/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isOver } from './import-phase.ts';
import { keepImport } from './use-imports.ts';

/**
 * Keeps an import up to date by server-sent events until it is over. A broken line is joined again by the browser;
 * `lost` is true meanwhile, because the counts on the page then stand still without saying so.
 */
export function useWatchedImport(run: ImportRun | null): { lost: boolean } {
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  const id = run?.id ?? null;
  const over = run === null || isOver(run.state);
  useEffect(() => {
    if (id === null || over) return;
    const events = new EventSource(addressOf(watchImport, { params: { importId: id } }));
    events.addEventListener('import', (event: MessageEvent<string>) => {
      setLost(false);
      const next = importRun.safeParse(readJson(event.data));
      if (!next.success) return;
      keepImport(queries, next.data);
      if (isOver(next.data.state)) events.close();
    });
    events.addEventListener('open', () => setLost(false));
    events.addEventListener('error', () => setLost(true));
    return () => {
      events.close();
      setLost(false);
    };
  }, [queries, id, over]);
  return { lost };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
