/**
 * A share of independent conversations, with its range.
 *
 * Use: "how often did this happen?" when rows are unrelated. Rows that come in bunches (one agent, many rows) belong
 * to `estimateClusteredProportion`.
 * Method: Wilson by default, Clopper-Pearson for a guarantee, Jeffreys for a posterior.
 * Example: `estimateProportion({ passed: 17, n: 20 }).lower` → 0.6396
 */
import { defaultLevel, type Estimate, estimateOf, type Interval, innerLevel, refuse } from '../estimate.ts';
import { type CountQuestion, clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { jeffreysInterval } from './jeffreys-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

export type ProportionMethod = 'wilson' | 'clopper-pearson' | 'jeffreys';

export interface ProportionQuestion extends CountQuestion {
  method?: ProportionMethod;
}

export function estimateProportion({
  passed,
  n,
  level = defaultLevel,
  method = 'wilson',
}: ProportionQuestion): Estimate {
  if (n === 0) return refuse('no_data', { n, method, level });
  const intervalAt = (wanted: number) => proportionInterval(method, { passed, n, level: wanted });
  return estimateOf({
    value: passed / n,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n,
    method,
  });
}

/** The range alone; without any row everything from 0 to 1 is possible. */
export function proportionInterval(
  method: ProportionMethod,
  { passed, n, level = defaultLevel }: CountQuestion,
): Interval {
  if (n === 0) return { lower: 0, upper: 1 };
  if (method === 'clopper-pearson') return clopperPearsonInterval({ passed, n, level });
  if (method === 'jeffreys') return jeffreysInterval({ passed, n, level });
  return wilsonInterval({ rate: passed / n, n, level });
}
