/** Helpdesks without a rating of their own: teams keep the answer in a field that they named themselves. */
import { isObject, pickText } from '../json/pick.ts';
import { parseCsat, readCsat } from './read-csat.ts';

const names =
  /^(?:csat|csat[\s_-]?(?:score|rating)|customer[\s_-]?satisfaction|satisfaction(?:[\s_-]?(?:score|rating))?|zufriedenheit|customer[\s_-]?rating)$/i;

/** From pairs of field name and value (a list counts by its first value); nothing where no such field holds an answer. */
export function readCustomCsat(fields: Iterable<readonly [string, unknown]>): { csatRaw?: string } {
  for (const [name, value] of fields) {
    if (!names.test(name.trim())) continue;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const raw = readCsat(
      typeof first === 'string' || typeof first === 'number'
        ? String(first)
        : isObject(first)
          ? pickText(first, 'value', 'name')
          : '',
    );
    if (raw !== null && parseCsat(raw) !== null) return { csatRaw: raw };
  }
  return {};
}
