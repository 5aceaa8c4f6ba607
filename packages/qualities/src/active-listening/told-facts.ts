/** What the customer has told so far, for each fact that agents ask for. No sentence is looked at twice for the same fact. */
import type { Spot } from '../thread/spot.ts';
import type { Sought } from './cues.ts';

interface Search {
  /** Sentences looked at. */
  count: number;
  /** Place of the first that tells it. */
  found: number | null;
}

export class ToldFacts {
  private readonly spots: Spot[];
  private readonly earlierCount: number;
  private readonly searches = new Map<Sought, Search>();

  /** `earlier` comes from earlier conversations of the same customer. */
  constructor(earlier: readonly Spot[]) {
    this.spots = [...earlier];
    this.earlierCount = earlier.length;
  }

  hear(spots: readonly Spot[]): void {
    for (const spot of spots) this.spots.push(spot);
  }

  /** The first sentence that tells it. */
  find(sought: Sought): Spot | undefined {
    const search = this.searches.get(sought) ?? { count: 0, found: null };
    this.searches.set(sought, search);
    for (; search.found === null && search.count < this.spots.length; search.count += 1)
      if (sought.told.test(this.spots[search.count]?.sentence.text ?? '')) search.found = search.count;
    return search.found === null ? undefined : this.spots[search.found];
  }

  /** It was told in an earlier conversation. */
  isEarlier(sought: Sought): boolean {
    const found = this.searches.get(sought)?.found ?? null;
    return found !== null && found < this.earlierCount;
  }
}
