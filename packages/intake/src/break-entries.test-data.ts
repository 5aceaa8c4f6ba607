/** Entries as no source ever wrote them. */
import { isObject } from './json/pick.ts';

/** Adds a field to every object. */
export function withStrangers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStrangers);
  if (!isObject(value)) return value;
  const known = Object.entries(value).map(([name, one]) => [name, withStrangers(one)] as const);
  return Object.fromEntries([...known, ['zz_new_field', { deep: [1, { more: 'x' }] }]]);
}

/** Puts a value in the place of one of all values, counted from the start. */
export function damage(root: unknown, place: number, value: unknown): void {
  const spots: (() => void)[] = [];
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) {
      for (const [index, inner] of one.entries()) {
        spots.push(() => {
          one[index] = value;
        });
        walk(inner);
      }
    } else if (isObject(one)) {
      for (const name of Object.keys(one)) {
        spots.push(() => {
          one[name] = value;
        });
        walk(one[name]);
      }
    }
  };
  walk(root);
  spots[place % Math.max(1, spots.length)]?.();
}
