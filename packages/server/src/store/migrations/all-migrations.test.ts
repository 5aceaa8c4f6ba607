import { expect, it } from 'vitest';
import { allMigrations } from './all-migrations.ts';

it('stand in the order of their names, by which databases and backups know them', () => {
  const names = allMigrations.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});
