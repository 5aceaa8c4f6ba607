/**
 * Makes the sample team: a made-up service bureau of ten people that answers for shops, banks and offices.
 *
 * Source: `examples/sample-team/conversations.jsonl.gz`, a part of our own service corpus (Apache-2.0, written by
 * language models) without its labels. Every conversation is told two or three times with other customers, other
 * numbers, other weeks and a few other turns of phrase, so that lists and ranges have something to show.
 * The result is for looking around; no accuracy is ever measured on it.
 *
 * Same source, same seed: same bytes. `--check` compares with the committed file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createRandom, type Random } from '@rapport/statistics/random';

interface BaseTurn {
  role: 'customer' | 'agent' | 'bot' | 'system' | 'note';
  author?: string;
  t: string;
  text: string;
}
interface BaseConversation {
  id: string;
  channel: string;
  company: string;
  resolved: boolean | null;
  csat: number | null;
  /** 0…1, how caring the conversation is; decides who of the ten is likely to have written it. */
  care: number;
  turns: BaseTurn[];
}

const source = 'examples/sample-team/conversations.jsonl.gz';
const target = 'examples/sample-team/sample-team.jsonl.gz';
const seed = 20_261;
const firstMonday = '2026-02-02T00:00:00.000Z';
const week = 7 * 86_400_000;
/** Ten people; the number is how careful their usual conversation is. */
const agents: readonly [string, number][] = [
  ['Amara', 0.82],
  ['Ben', 0.5],
  ['Chiara', 0.72],
  ['Dev', 0.6],
  ['Elif', 0.88],
  ['Jonas', 0.66],
  ['Mei', 0.76],
  ['Noor', 0.7],
  ['Sam', 0.42],
  ['Tomasz', 0.56],
];
const customers =
  'Alma Anders Anita Bashir Bea Bram Carmen Cas Cleo Colin Dana Dario Declan Edda Elin Emre Esme Farah Fatima Fergus Gita Graham Greta Hana Harold Hugo Ifeoma Ilse Imani Ines Ivo Jaya Joanna Juno Kai Keisha Kenji Lars Leila Lena Lior Lucia Mads Maeve Malik Marta Milo Mina Nadia Nils Nora Olga Omar Oscar Otto Paloma Petra Priya Quentin Rafael Ravi Renee Rosa Ruth Sana Selma Silas Sofia Stefan Suki Tariq Tess Theo Tilda Umar Una Vera Viktor Wes Willa Xenia Yara Yusuf Zadie Zoe'.split(
    ' ',
  );

const surnames =
  'Aaberg Abelson Adeyemi Alvarez Bergman Brandt Bright Calloway Carmichael Castillo Chen Cooper Cruz Dahl Duarte Ekström Farouk Ferrari Finch Fischer Fontaine Garcia Grant Haddad Hansen Holm Ibrahim Ivanov Jansen Kaplan Keller Khan Kim Kowalska Kumar Lang Larsen Lewis Lindgren Lopez Marsh Meyer Mori Murphy Nair Nguyen Novak Oduya Okafor Olsen Park Peralta Petrenko Reyes Rossi Sato Silva Sharma Stone Suzuki Tanaka Torres Vance Vega Walsh Weber Wolf Yilmaz Young Zhang'.split(
    ' ',
  );
/** A matter that drags on for months would stretch the period of all the others. */
const longestDays = 20;

const made = makeSampleTeam(readBase(), createRandom(seed));
const bytes = gzipSync(`${made.map((one) => JSON.stringify(one)).join('\n')}\n`, { level: 9 });
if (process.argv.includes('--check')) {
  const same = existsSync(target) && gunzipSync(readFileSync(target)).equals(gunzipSync(bytes));
  process.stdout.write(same ? 'sample team: as committed\n' : 'sample team: differs from the committed file\n');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(target, bytes);
  process.stdout.write(`sample team: ${made.length} conversations, ${bytes.length} bytes\n`);
}

function readBase(): BaseConversation[] {
  return gunzipSync(readFileSync(source))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BaseConversation);
}

function makeSampleTeam(base: BaseConversation[], random: Random) {
  const told = base.filter(isShortEnough).flatMap((one, index) => {
    const times = index % 5 === 4 ? 2 : 3;
    return Array.from({ length: times }, (_, telling) => tell(one, telling, random));
  });
  told.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  let last: { customer: string; startedAt: string; resolved: boolean | null } | null = null;
  return told.map(({ startedAt, ...one }, index) => {
    // Somebody whose matter stayed open writes again soon after: same customer, new conversation.
    if (last && last.resolved === false && random.next() < 0.35) one.customer = last.customer;
    last = { customer: one.customer, startedAt, resolved: one.resolved };
    return { ...one, id: `bureau-${String(index + 1).padStart(4, '0')}` };
  });
}

function tell(base: BaseConversation, telling: number, random: Random) {
  const names = new Map<string, string>();
  for (const turn of base.turns) {
    if (turn.author && !names.has(turn.author) && (turn.role === 'agent' || turn.role === 'note')) {
      names.set(turn.author, pickAgent(base.care, [...names.values()], random));
    }
  }
  const customerName = pick(customers, random);
  for (const turn of base.turns) {
    if (turn.role === 'customer' && turn.author && !names.has(turn.author)) names.set(turn.author, customerName);
  }
  const digits = 1 + Math.floor(random.next() * 8);
  const shift = shiftIntoQuarter(Date.parse(base.turns[0]?.t ?? firstMonday), random) + telling * 1_380_000;
  const messages = base.turns.map((turn) => ({
    at: new Date(Date.parse(turn.t) + shift).toISOString(),
    role: turn.role === 'note' ? ('agent' as const) : turn.role,
    author: (turn.author && names.get(turn.author)) ?? turn.author ?? base.company,
    text: retell(turn, names, digits, telling, random),
    ...(turn.role === 'note' ? { visibility: 'internal' as const } : {}),
  }));
  const answers = random.next() < (base.csat === null ? 0 : 0.24 + 0.08 * Math.abs(base.csat - 3));
  return {
    id: '',
    channel: base.channel,
    subject: base.company,
    customer: `${customerName} ${pick(surnames, random)}`,
    resolved: base.resolved,
    ...(answers ? { csat: base.csat, csatMax: 5 } : {}),
    messages,
    startedAt: messages[0]?.at ?? '',
  };
}

function isShortEnough({ turns }: BaseConversation): boolean {
  const [first, last] = [turns[0]?.t ?? firstMonday, turns.at(-1)?.t ?? firstMonday];
  return Date.parse(last) - Date.parse(first) <= longestDays * 86_400_000;
}

/** Every telling lands in one of thirteen weeks, on its own weekday and at its own hour. */
function shiftIntoQuarter(startedAt: number, random: Random): number {
  const intoWeek = (((startedAt - Date.parse(firstMonday)) % week) + week) % week;
  return Date.parse(firstMonday) + Math.floor(random.next() * 13) * week + intoWeek - startedAt;
}

/** Somebody whose usual care is near this conversation's, never one who is already in it. */
function pickAgent(care: number, taken: string[], random: Random): string {
  const free = agents.filter(([name]) => !taken.includes(name));
  const weights = free.map(([, usual]) => Math.exp(-(((care - usual) / 0.22) ** 2)) + 0.08);
  let left = random.next() * weights.reduce((sum, one) => sum + one, 0);
  for (const [index, [name]] of free.entries()) {
    left -= weights[index] ?? 0;
    if (left <= 0) return name;
  }
  return free[0]?.[0] ?? 'Amara';
}

function retell(turn: BaseTurn, names: Map<string, string>, digits: number, telling: number, random: Random): string {
  let text = turn.text;
  for (const [from, to] of names) text = text.replace(new RegExp(`\\b${escaped(from)}\\b`, 'g'), to);
  if (telling === 0) return text;
  // Order, case and meter numbers differ from telling to telling; amounts, years and times stay.
  text = text.replace(/(?<![$£€\d.,:])\b\d{5,}\b/g, (number) =>
    [...number].map((digit, index) => (index === 0 ? digit : String((Number(digit) + digits) % 10))).join(''),
  );
  if (turn.role !== 'customer') return text;
  if (random.next() < 0.3) text = text.replace(/^(hi|hello|hey)\b/i, (said) => (/^hi/i.test(said) ? 'Hello' : 'Hi'));
  if (random.next() < 0.25) text = text.replace(/\bthank you\b/gi, 'thanks').replace(/\bcan not\b/gi, 'cannot');
  if (random.next() < 0.2) text = text.replace(/\bI am\b/g, "I'm").replace(/\bdo not\b/g, "don't");
  if (random.next() < 0.12) text = text.toLowerCase();
  return text;
}

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random.next() * list.length)] ?? '';
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
