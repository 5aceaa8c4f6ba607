/** How fast scoring goes, from what was seen in the last seconds, so that a pause does not spoil it. */

export interface Sample {
  /** Milliseconds of any steady clock. */
  at: number;
  done: number;
}

const windowMs = 20_000;
const shortestMs = 1_000;

/** Adds a sample and forgets what is too old to tell anything about now. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  const kept = last && sample.done < last.done ? [] : samples.filter((one) => sample.at - one.at <= windowMs);
  return [...kept, sample];
}

/** Units per second over the window; null until a second has been watched and something was done in it. */
export function measureSpeed(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < shortestMs || last.done <= first.done) return null;
  return ((last.done - first.done) / (last.at - first.at)) * 1000;
}
