/** In data whose newest message is older than two days nothing is "now": the strip says of which day a page speaks. */
import { isOldData, wholeDayWords } from '../design/dates.ts';
import './AsOf.css';

/** @param saidAnyway the strip names the period too, which is enough on a phone */
export function AsOf({ at, saidAnyway = false }: { at: string | null | undefined; saidAnyway?: boolean }) {
  if (!at || !isOldData(at, new Date())) return null;
  return <span className={saidAnyway ? 'as-of said-anyway' : 'as-of'}>as of {wholeDayWords(at)}</span>;
}
