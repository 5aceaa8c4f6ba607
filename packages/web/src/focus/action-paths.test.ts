import { actionPaths } from '@rapport/contract';
import { expect, it } from 'vitest';
import { pages } from '../routes.tsx';

it('every page on which a next action begins is a page that there is', () => {
  const paths: readonly string[] = pages.map(({ path }) => path);
  for (const path of actionPaths) expect(paths).toContain(path);
});
