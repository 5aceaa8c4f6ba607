/** The rating scale of a whole column. One 0 or one 7 in a million answers decides, so every answer is looked at. */
import { type CsatScale, parseCsat, readCsat } from './read-csat.ts';

export interface ScaleGuess {
  csatScale: CsatScale;
  csatMin: number | null;
  csatMax: number | null;
}

export interface ScaleGuesser {
  add(raw: string | null, max: number | null): void;
  guess(): ScaleGuess;
}

export function createScaleGuesser(): ScaleGuesser {
  let [numbers, words, degrees, unknown] = [0, 0, 0, 0];
  let [least, most, saidTop] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const known = new Set<string>();
  return {
    add(raw, max) {
      if (raw === null || raw === '') return;
      const key = `${raw}/${max ?? ''}`;
      if (known.has(key)) return;
      const answer = readCsat(raw);
      if (answer === null) return;
      if (known.size < 1000) known.add(key);
      const reading = parseCsat(answer);
      if (reading === null) unknown += 1;
      else if (reading.kind === 'good-bad') words += 1;
      else if (reading.kind === 'degree') degrees += 1;
      else {
        numbers += 1;
        least = Math.min(least, reading.value);
        most = Math.max(most, reading.value);
        saidTop = Math.max(saidTop, reading.top ?? max ?? 0);
      }
    },
    guess() {
      const total = numbers + words + degrees;
      if (total === 0 || unknown > total) return { csatScale: 'unknown', csatMin: null, csatMax: null };
      if (numbers * 2 < total) {
        return { csatScale: degrees > 0 ? 'emoji' : 'good-bad', csatMin: null, csatMax: null };
      }
      const top = Math.max(saidTop, most);
      if (top > 100) return { csatScale: 'unknown', csatMin: least, csatMax: most };
      if (top <= 1 && least === 0) return { csatScale: 'good-bad', csatMin: 0, csatMax: 1 };
      if (top > 10) return { csatScale: '0-100', csatMin: 0, csatMax: 100 };
      if (top > 5 || least < 1) return { csatScale: '0-10', csatMin: 0, csatMax: 10 };
      return { csatScale: '1-5', csatMin: 1, csatMax: 5 };
    },
  };
}
