import type { ImportRun } from '@rapport/contract';
import { useState } from 'react';
import './bare-page.css';

/**
 * True until the first import has ever been finished: the page then stands alone (its class is `bare-page`), because
 * every other page is empty.
 * It stays as it was when opened, so that nothing moves the moment an import ends.
 */
export function useFirstTime(imports: readonly ImportRun[] | undefined): boolean {
  const [known, setKnown] = useState<boolean | null>(null);
  if (known !== null) return known;
  if (imports === undefined) return false;
  const first = !imports.some((one) => one.finishedAt !== null && one.state === 'done');
  setKnown(first);
  return first;
}
