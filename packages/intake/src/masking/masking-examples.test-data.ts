/** Made-up secrets of every kind in made-up sentences, and numbers that must stay readable. None belongs to anybody. */
interface Example {
  text: string;
  secret: string;
}

/** A small generator of its own, so that the set is the same on every machine. */
function createDigits(seed: number): (count: number) => string {
  let state = seed;
  return (count) =>
    Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return `${Math.floor((state / 2 ** 31) * 10)}`;
    }).join('');
}

const digits = createDigits(7);
const inTurn = <T>(list: readonly T[], index: number): T => list[index % list.length] as T; // the index is in range by the modulo

const sentences = [
  (secret: string) => `Hello, it is ${secret}, could you check?`,
  (secret: string) => `${secret}`,
  (secret: string) => `I paid yesterday (${secret}) and nothing came.\nThanks, Ann`,
  (secret: string) => `Details: ${secret}; order 20431.`,
  (secret: string) => `Bitte nutzen Sie ${secret} dafür.`,
];
const inSentences = (secrets: readonly string[]): Example[] =>
  secrets.map((secret, index) => ({ secret, text: inTurn(sentences, index)(secret) }));

function luhn(body: string): string {
  for (let check = 0; check < 10; check++) {
    const all = `${body}${check}`;
    let sum = 0;
    for (let at = 0; at < all.length; at++) {
      const value = Number(all[all.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    if (sum % 10 === 0) return all;
  }
  return body;
}

const networks: [string, number][] = [
  ['4', 16],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['34', 15],
  ['37', 15],
  ['6011', 16],
  ['65', 16],
  ['3528', 16],
  ['62', 19],
  ['36', 14],
  ['4', 13],
];
const groupings = [
  (card: string) => card,
  (card: string) => card.replaceAll(/(\d{4})(?=\d)/g, '$1 '),
  (card: string) => card.replaceAll(/(\d{4})(?=\d)/g, '$1-'),
  (card: string) =>
    card.length === 15 ? card.replace(/(\d{4})(\d{6})(\d{5})/, '$1 $2 $3') : card.replaceAll(/(\d{4})(?=\d)/g, '$1.'),
];
export const cards: Example[] = inSentences(
  groupings.flatMap((group) =>
    networks.flatMap(([start, length]) => [1, 2].map(() => group(luhn(start + digits(length - 1 - start.length))))),
  ),
);

const ibanShapes: [string, number, string][] = [
  ['DE', 22, ''],
  ['GB', 22, 'NWBK'],
  ['FR', 27, ''],
  ['NL', 18, 'ABNA'],
  ['ES', 24, ''],
  ['IT', 27, 'X'],
  ['AT', 20, ''],
  ['CH', 21, ''],
  ['BE', 16, ''],
  ['PL', 28, ''],
  ['NO', 15, ''],
  ['MT', 31, 'MALT'],
];
function makeIban([country, length, bank]: [string, number, string]): string {
  const body = bank + digits(length - 4 - bank.length);
  const number = [...`${body}${country}00`].map((one) => Number.parseInt(one, 36)).join('');
  const check = 98n - (BigInt(number) % 97n);
  return `${country}${`${check}`.padStart(2, '0')}${body}`;
}
const ibanForms = [
  (iban: string) => iban,
  (iban: string) => iban.replaceAll(/(.{4})(?=.)/g, '$1 '),
  (iban: string) => iban.toLowerCase(),
  (iban: string) => iban.replaceAll(/(.{4})(?=.)/g, '$1-'),
  (iban: string) => iban.replace(/^(.{4})/, '$1 '),
];
export const ibans: Example[] = inSentences(
  ibanForms.flatMap((form) => ibanShapes.map((shape) => form(makeIban(shape)))),
);

const people = [
  'ann',
  'ann.lee',
  'a_lee',
  'ann+shop',
  "o'neil",
  'jürgen',
  'x',
  'info',
  'ann-marie.lee2',
  '李雷',
  'A.LEE',
  'no-reply',
];
const domains = [
  'example.org',
  'mail.example.co.uk',
  'exämple.de',
  'a-b.example.io',
  'example.museum',
  '123.example.com',
];
export const emails: Example[] = inSentences(people.flatMap((one) => domains.map((domain) => `${one}@${domain}`)));

const letters = (count: number): string =>
  [...digits(count * 2)].reduce((word, _, at, all) => {
    if (at % 2 === 1) return word;
    const value = (Number(all[at]) * 10 + Number(all[at + 1])) % 62;
    return word + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'[value];
  }, '');
const upper = (count: number): string => letters(count).toUpperCase();
const hex = (count: number): string => [...digits(count)].map((one) => 'a0b1c2d3e4'[Number(one)]).join('');
const keyForms = [
  () => `sk_live_${letters(24)}`,
  () => `rk_test_${letters(24)}`,
  () => `AKIA${upper(16)}`,
  () => `ghp_${letters(36)}`,
  () => `github_pat_${letters(40)}`,
  () => `glpat-${letters(20)}`,
  () => `xoxb-${digits(11)}-${letters(24)}`,
  () => `AIza${letters(35)}`,
  () => `SG.${letters(22)}.${letters(43)}`,
  () => `eyJ${letters(20)}.${letters(40)}.${letters(30)}`,
  () => `sk-proj-${letters(40)}`,
  () => `shpat_${hex(32)}`,
];
const namedForms: ((secret: string) => string)[] = [
  (secret) => `my password is ${secret} and it fails`,
  (secret) => `Password: ${secret}`,
  (secret) => `user ann, pwd=${secret}`,
  (secret) => `Passwort: ${secret}\nDanke`,
  (secret) => `curl -H "Authorization: Bearer ${secret}"`,
  (secret) => `"api_key": "${secret}"`,
  (secret) => `API key: ${secret}.`,
  (secret) => `the access token is ${secret}`,
];
export const keys: Example[] = [
  ...inSentences([1, 2, 3, 4].flatMap(() => keyForms.map((make) => make()))),
  ...[1, 2, 3].flatMap(() =>
    namedForms.map((make) => {
      const secret = `${letters(18)}${digits(2)}`;
      return { secret, text: make(secret) };
    }),
  ),
  ...[1, 2].map(() => {
    const secret = `-----BEGIN RSA PRIVATE KEY-----\n${letters(60)}\n${letters(60)}\n-----END RSA PRIVATE KEY-----`;
    return { secret, text: `${secret}\nthanks` };
  }),
];

const phoneNumbers =
  '+44 20 7946 0018|+44 7700 900123|+447700900456|+44 (0)20 7946 0991|020 7946 0018|07700 900123|07700900982|(020) 7946 0321|+1 415 555 2671|+1-212-736-5000|+1 (650) 253-0000|+12125551234|(212) 736-5000|212-736-5000|650.253.0000|1-800-275-2273|+49 30 901820|+49 171 2345678|+49 (0) 171 2345678|+491712345678|0049 171 2345678|0171 2345678|0171/2345678|0171-2345678|030 901820|030/901820|01712345678|+33 1 42 68 53 00|+33 6 12 34 56 78|+33142685300|01 42 68 53 00|06 12 34 56 78|06.12.34.56.78|0612345678|+31 20 799 1000|+31 6 12345678|06-12345678|020 799 1000|+39 06 6982|+39 347 123 4567|+34 612 34 56 78|+34 91 398 66 00|+43 1 58858|+43 664 1234567|0664 1234567|+41 44 668 18 00|044 668 18 00|079 123 45 67|+32 2 555 12 12|+46 8 508 29 000|+48 22 595 50 00|+48 512 345 678|+61 2 9374 4000|02 9374 4000|0412 345 678|+91 98765 43210|+91 22 6650 5000|+81 3-6384-9000|03-6384-9000|+55 11 2395-8400|(11) 2395-8400|+27 11 879 9000|+353 1 543 1000|01 543 1000|+86 10 6250 3000|+7 495 644 14 14|+90 212 339 77 00|+971 4 450 9500|+65 6521 8000|+852 3923 5400|+64 9 358 7000|0033 6 12 34 56 78|0031 20 799 1000|00 44 20 7946 0018|(555) 123-4567|555-867-5309'.split(
    '|',
  );
const calledNumbers =
  '4155552671|2127365000|98765 43210|612 34 56 78|512 345 678|555-0123|7946 0018|22 595 50 00'.split('|');
const callSentences = [
  (secret: string) => `Please call me on ${secret} after five.`,
  (secret: string) => `My phone number is ${secret}`,
  (secret: string) => `Tel: ${secret}`,
  (secret: string) => `you can reach me at ${secret}.`,
];
export const phones: Example[] = [
  ...inSentences(phoneNumbers),
  ...phoneNumbers.map((secret, index) => ({ secret, text: inTurn(callSentences, index)(secret) })),
  ...calledNumbers.map((secret, index) => ({ secret, text: inTurn(callSentences, index)(secret) })),
];

const orderForms = [
  () => `order #${digits(5)}`,
  () => `my order number is ${digits(10)}`,
  () => `Order no. ${digits(9)} has not arrived`,
  () => `Order ${digits(12)} is late`,
  () => `ORD-2024-${digits(6)}`,
  () => `${digits(3)}-${digits(7)}-${digits(7)}`,
  () => `Bestellnummer ${digits(10)}`,
  () => `Bestellung 0${digits(9)} fehlt`,
  () => `invoice INV${digits(8)} of 12/03/2024`,
  () => `tracking number ${digits(12)}`,
  () => `tracking 1Z${upper(6)}${digits(10)}`,
  () => `USPS 9400 1${digits(3)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
  () => `it says JJD0000${digits(13)}`,
  () => `case ${digits(8)}, please update`,
  () => `ticket ${digits(7)}`,
  () => `ref: ${digits(11)}`,
  () => `I ordered on 2024-0${(Number(digits(1)) % 9) + 1}-1${digits(1)} at 1${digits(1)}:3${digits(1)}:0${digits(1)}`,
  () => `between 1${digits(1)}.0${(Number(digits(1)) % 9) + 1}.2024 and 2${digits(1)}.12.2024`,
  () => `I was charged ${digits(1)},${digits(3)}.${digits(2)} twice, ${digits(2)}.99 each`,
  () => `the total is 1${digits(6)}.${digits(2)}`,
  () => `${digits(8)} is the one I mean`,
  () => `it is ${digits(10)}`,
  () => `SKU ${digits(5)}-${digits(4)}-${digits(3)}`,
  () => `EAN 400${digits(10)}`,
  () => `IMEI 35${digits(13)}`,
  () => `version 10.${digits(2)}.${digits(4)}.${digits(2)}`,
  () => `my router is 192.168.1${digits(2).replace(/^0/, '1')}.1${digits(1)}`,
  () => `customer number ${digits(8)}`,
  () => `account ${digits(10)}`,
  () => `serial number ${upper(3)}${digits(9)}`,
  () => `transaction id ${digits(14)}`,
  () => `flight number BA${digits(4)}, booking ${upper(6)}`,
  () => `I bought ${digits(1)} of them, 24 x 330 ml, for 12 months`,
  () => `conversation 2020-05-13T13:14:57.${digits(3)}Z`,
  () => `the parcel ${digits(4)} ${digits(4)} ${digits(4)} is lost`,
  () => `model X${digits(3)}-${digits(4)}/${digits(2)}`,
];
export const numbersToKeep: string[] = Array.from({ length: 10 }, () => orderForms.map((make) => make())).flat();
