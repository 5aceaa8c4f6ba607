/** Made-up numbers of states in made-up sentences, their check digits worked out here. None belongs to anybody. */
const ofDigits = (text: string): number[] => [...text].map(Number);
const sumOf = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (ofDigits(text)[at] ?? 0), 0);

const spanish = (number: number): string => `${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}`;
const polish = (body: string): string => `${body}${(10 - (sumOf(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10}`;
const french = (body: string): string => `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;

function swedish(body: string): string {
  const sum = ofDigits(body).reduce((total, digit, at) => {
    const value = digit * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body.slice(0, 6)}-${body.slice(6)}${(10 - (sum % 10)) % 10}`;
}

function brazilian(body: string): string {
  const check = (digits: string): number =>
    ((sumOf(
      digits,
      Array.from({ length: digits.length }, (_, at) => digits.length + 1 - at),
    ) *
      10) %
      11) %
    10;
  const first = `${body}${check(body)}`;
  return `${first}${check(first)}`.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4');
}

function dutch(seed: number): string {
  for (let body = seed; ; body += 1) {
    const last = sumOf(String(body), [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    if (last < 10) return `${body}${last}`;
  }
}

const eight = Array.from({ length: 8 }, (_, index) => index);

export const nationalIds: { text: string; secret: string }[] = [
  ...eight.map((n) => ({ secret: `21${n}-4${n}-678${n}`, form: (id: string) => `It asks for ${id}, is that safe?` })),
  ...eight.map((n) => ({ secret: `32${n}4${n}789${n}`, form: (id: string) => `my SSN is ${id} thanks` })),
  ...eight.map((n) => ({ secret: `AB 12 3${n} 56 C`, form: (id: string) => `NI number ${id}.` })),
  ...eight.map((n) => ({ secret: spanish(12_345_678 + n * 7919), form: (id: string) => `Mi DNI es ${id}, gracias` })),
  ...eight.map((n) => ({ secret: polish(`8${n}0512345${n}6`.slice(0, 10)), form: (id: string) => `PESEL: ${id}` })),
  ...eight.map((n) => ({ secret: french(`185057800608${n}`), form: (id: string) => `numéro ${id} voilà` })),
  ...eight.map((n) => ({ secret: swedish(`81121${n}987`), form: (id: string) => `Mitt nummer: ${id}` })),
  ...eight.map((n) => ({ secret: brazilian(`11144477${n}`), form: (id: string) => `CPF ${id} ok` })),
  ...eight.map((n) => ({ secret: dutch(11_122_233 + n * 1000), form: (id: string) => `mijn BSN is ${id}.` })),
  // From the authorities' own descriptions of the forms.
  { secret: '86095742719', form: (id: string) => `Meine Steuer-ID lautet ${id}.` },
  { secret: 'RSSMRA85T10A562S', form: (id: string) => `Codice fiscale ${id}, grazie` },
  { secret: '2341 2341 2346', form: (id: string) => `my Aadhaar is ${id} please` },
].map(({ secret, form }) => ({ secret, text: form(secret) }));
