/** Goodwill in money, in the reader's locale; a gesture without money says so. */
import type { GoodwillFound } from '@rapport/contract';

export function moneyWords(
  { amountCents, currency }: Pick<GoodwillFound, 'amountCents' | 'currency'>,
  locale?: string,
): string {
  if (amountCents === null) return 'amount not said';
  if (amountCents === 0) return 'a gesture';
  const amount = amountCents / 100;
  if (currency !== null && /^[A-Z]{3}$/.test(currency)) {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  }
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
}
