/** What a scored table says, for the terminal: tiers instead of ranks, every number with its range. */
import type { EstimateReason } from '@rapport/statistics';
import { adviseScored, reasonWords, whyNoDrivers } from './advise-scored.ts';
import type { ScoredAnswer } from './commands/analyse-scored.ts';

export function describeScored(name: string, answer: ScoredAnswer): string {
  const { drivers, focus, passRates, satisfied, coaching } = answer;
  const lines = [
    '',
    headline(answer),
    `${count(answer.conversations)} conversations of ${answer.agents} agents in ${name}; ${count(answer.answered)} with a rating.`,
    ...(satisfied && satisfied.raw.value !== null
      ? [
          `Satisfied: ${inHundred(satisfied.weighted)} of all customers; ${inHundred(satisfied.raw)} of those who answered.`,
        ]
      : []),
    '',
    ...(answer.reason === undefined ? [...listDrivers(drivers), '', ...listFocus(focus), ''] : []),
    ...listPassRates(passRates),
    '',
    ...(coaching ? [describeChange(coaching), ''] : []),
    ...answer.warnings,
    ...adviseScored(answer),
    '',
    'These go together after allowing for agent, channel, topic and opening emotion. Only a verified change shows a cause.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function listDrivers(drivers: ScoredAnswer['drivers']): string[] {
  return [
    row(['', 'one step up goes together with', 'share', 'measured']),
    ...drivers.map((one) =>
      row([
        `${one.tier === 'first' ? '**' : one.tier === 'real' ? '* ' : '  '} ${one.quality}`,
        one.slope === null ? notKnown(one.reason) : `${points({ ...one, value: one.slope }, 2)} in 100`,
        one.lmgShare === null ? '' : `${Math.round(100 * one.lmgShare)}%`,
        one.reliability === null ? '' : one.reliability.toFixed(2),
      ]),
    ),
    '',
    '** first, * real; for the others it cannot be told yet. One step up is two points of five.',
  ];
}

function listFocus(focus: ScoredAnswer['focus']): string[] {
  const known = focus.filter(({ value }) => value !== null);
  if (known.length === 0) return ['What lifting everyone to the better fifth would bring takes more human reviews.'];
  return [
    row(['', 'lifting everyone to the better fifth', 'first', '']),
    ...known.map((one) =>
      row([
        `${one.recommended ? '->' : '  '} ${one.quality}`,
        `${points(one, 1)} in 100`,
        `${Math.round(100 * (one.pBest ?? 0))}%`,
        '',
      ]),
    ),
  ];
}

function listPassRates(passRates: ScoredAnswer['passRates']): string[] {
  if (passRates.every(({ value }) => value === null)) {
    return ['How often each met the standard takes human reviews drawn by chance; twenty moments are a beginning.'];
  }
  return [
    row(['', 'met the standard', '', '']),
    ...passRates.map((one) =>
      row([`   ${one.quality}`, one.value === null ? notKnown(one.reason) : inHundred(one), '', '']),
    ),
  ];
}

const notKnown = (reason: EstimateReason | undefined): string =>
  `not known${reason === undefined ? '' : ` (${reasonWords[reason]})`}`;

function headline(answer: ScoredAnswer): string {
  const { focus, focusVerdict, reason } = answer;
  if (reason) return whyNoDrivers(answer, reason);
  const first = focus.filter(({ recommended }) => recommended).map(({ quality }) => quality);
  if (focusVerdict === 'first-step') {
    return first.length === 1
      ? `Start with ${first[0]}.`
      : `Start with one of ${first.join(', ')}: too close to put in order.`;
  }
  return focusVerdict === 'tied' ? 'No single first step yet; review more.' : 'Nothing stands out yet.';
}

function describeChange(coaching: NonNullable<ScoredAnswer['coaching']>): string {
  const { quality, estimate, lower, upper, verdict, naive, because } = coaching;
  if (estimate === null || lower === null || upper === null)
    return `Coaching of ${quality}: no answer (${because.join('; ')}).`;
  const range = `${estimate.toFixed(1)} points more than the others (likely ${lower.toFixed(1)} to ${upper.toFixed(1)})`;
  const words = {
    worked: 'it worked',
    'no-clear-effect': 'no clear effect',
    worse: 'they fell',
    withheld: `no verdict: ${because.join('; ')}`,
  };
  const raw = naive === null ? '' : ` Their raw rise of ${naive.toFixed(1)} also holds what was bound to happen.`;
  return `Coaching of ${quality}: coached agents changed by ${range}; ${words[verdict]}.${raw}`;
}

interface Ranged {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

function inHundred({ value, lower, upper }: Ranged): string {
  if (value === null) return 'not known';
  const range =
    lower === null || upper === null ? '' : ` (likely ${Math.round(100 * lower)}-${Math.round(100 * upper)})`;
  return `${Math.round(100 * value)} in 100${range}`;
}

function points({ value, lower, upper }: Ranged, times: number): string {
  const signed = (one: number | null) =>
    one === null ? '?' : `${one >= 0 ? '+' : '−'}${Math.abs(100 * times * one).toFixed(1)}`;
  return `${signed(value)} (likely ${signed(lower)} to ${signed(upper)})`;
}

const count = (value: number): string => value.toLocaleString('en-GB');
const widths = [26, 42, 8, 8];
const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
