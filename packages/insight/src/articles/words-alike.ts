/**
 * Words of service that customers and articles say for each other. "Alike" is enough here: what is found by another word
 * weighs less than what is found by the word itself, and nothing is fitted by one such word alone.
 *
 * English only; articles of other languages are found by their own words.
 */
const groups: readonly (readonly string[])[] = `
deliver, delivery, ship, shipping, shipment, post, postage, courier, carrier, dispatch
parcel, package, packet, box
refund, reimburse, repay, money back
cancel, terminate
cost, price, charge, fee, how much
invoice, bill
customer, client
damage, damaged, broken, faulty, defective, cracked, scratched
mend, fix, repair
shop, store, branch, showroom
phone, telephone, mobile, handset, smartphone
log in, login, sign in, signin, logon
buy, bought, purchase
exchange, swap
change, edit, amend, correct, alter, update, modify
delete, remove, erase
guarantee, warranty
voucher, coupon, gift card
collect, pick up
bicycle, bike, cycle
employee, staff, worker
wage, wages, salary, payroll
missing, lost
stolen, nicked, theft
junk, spam
abroad, overseas, international
instalment, instalments, monthly payments, finance
password, passcode
website, site
picture, photo, photograph, image
expire, run out, runs out
company, firm, business
unsubscribe, opt out
tyre, tire
colour, color
shut, close, closed
duplicate, twice, double
quick, fast, speed
slow, crawling
import, upload
export, download`
  .trim()
  .split('\n')
  .map((line) => line.split(', '));

const isPhrase = (word: string): boolean => word.includes(' ');

const byWord = new Map<string, string[]>();
for (const group of groups) {
  for (const word of group)
    if (!isPhrase(word)) byWord.set(word, [...(byWord.get(word) ?? []), ...wordsOf(group, word)]);
}

function wordsOf(group: readonly string[], but: string): string[] {
  return group.filter((word) => word !== but && !isPhrase(word));
}

/** Every single word of the groups; what stems alike is alike. */
export const wordsWithAlike: readonly string[] = [...byWord.keys()];

/** What is said for this word of the list, in single words. */
export const alikeOf = (word: string): readonly string[] => byWord.get(word) ?? [];

/**
 * Phrases that stand in a sentence, each with the single words that are said for it.
 *
 * @example alikePhrases(['i', 'want', 'my', 'money', 'back'])
 * // [{ phrase: ['money', 'back'], alike: ['refund', 'reimburse', 'repay'] }]
 */
export function alikePhrases(words: readonly string[]): { phrase: readonly string[]; alike: readonly string[] }[] {
  const sentence = ` ${words.join(' ')} `;
  return groups.flatMap((group) =>
    group
      .filter((word) => isPhrase(word) && sentence.includes(` ${word} `))
      .slice(0, 1)
      .map((phrase) => ({ phrase: phrase.split(' '), alike: wordsOf(group, '') })),
  );
}
