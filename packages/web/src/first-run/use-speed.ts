import type { ImportRun } from '@rapport/contract';
import { useEffect, useState } from 'react';
import { measureSpeed, type Sample, withSample } from './measure-speed.ts';

/** Conversations scored per second, as measured on this page while it is open; null while nothing can be said. */
export function useSpeed(run: ImportRun | null): number | null {
  const [seen, setSeen] = useState<{ id: string; samples: Sample[] } | null>(null);
  const id = run?.state === 'scoring' ? run.id : null;
  const done = run?.counts.scored ?? 0;
  useEffect(() => {
    if (id === null) return setSeen(null);
    const sample = { at: performance.now(), done };
    setSeen((last) => ({ id, samples: withSample(last?.id === id ? last.samples : [], sample) }));
  }, [id, done]);
  return seen === null ? null : measureSpeed(seen.samples);
}
