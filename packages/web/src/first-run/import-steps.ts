/** The five steps of an import in words and counts, as the page shows them. */
import type { ImportRun, MaskKind } from '@rapport/contract';
import { countOf, countWords, sizeWords, speedWords, timeLeftWords } from './count-words.ts';
import { type Phase, phaseOf, phases } from './import-phase.ts';
import { stepNames, waitingWords } from './step-words.ts';

export interface ImportStep {
  phase: Phase;
  name: string;
  state: 'done' | 'now' | 'todo' | 'stopped';
  /** 0–1; the bar's fill. */
  share: number;
  /** At the right: the count reached and what it is of. */
  reached: string | null;
  of: string | null;
  caption: string;
}

/** The steps of an import. */
export function importSteps(run: ImportRun, perSecond: number | null): ImportStep[] {
  const current = phaseOf(run);
  const at = current === null ? phases.length : phases.indexOf(current);
  const stopped = ['paused', 'cancelled', 'failed'].includes(run.state);
  return phases.map((phase, index) => {
    // Masking goes on while reading does, so both move together.
    const isNow = index === at || (phase === 'mask' && current === 'read' && run.state !== 'needs-mapping');
    const state = index < at ? 'done' : isNow ? (stopped ? 'stopped' : 'now') : 'todo';
    return { ...blank(phase), state, ...(state === 'todo' ? {} : details[phase](run, state, perSecond)) };
  });
}

type Details = Pick<ImportStep, 'share' | 'reached' | 'of' | 'caption'>;
type Tell = (run: ImportRun, state: ImportStep['state'], perSecond: number | null) => Details;

const blank = (phase: Phase): Omit<ImportStep, 'state'> => ({
  phase,
  name: stepNames[phase],
  share: 0,
  reached: null,
  of: null,
  caption: waitingWords[phase],
});

const unitOf = (run: ImportRun): string => (run.plan?.format === 'csv' ? 'row' : 'message');

const tellRead: Tell = (run, state) => {
  const { units, accepted, duplicate, rejected, bytesRead, bytesTotal } = run.counts;
  const sum = [
    `${countWords(accepted)} taken`,
    `${countWords(duplicate)} already here`,
    `${countWords(rejected)} kept aside`,
  ];
  const caption =
    run.state === 'receiving' || run.state === 'looking'
      ? 'Looking at what kind of file it is.'
      : `${sum.join(', ')}: ${countOf(units, unitOf(run))}${state === 'now' ? ' so far' : ' in all'}.`;
  if (state === 'done') return { share: 1, reached: countOf(units, unitOf(run)), of: null, caption };
  return {
    share: shareOf(bytesRead, bytesTotal),
    reached: sizeWords(bytesRead),
    of: `of ${sizeWords(bytesTotal)}`,
    caption,
  };
};

const maskNames: Record<MaskKind, [string, string]> = {
  email: ['e-mail address', 'e-mail addresses'],
  phone: ['phone number', 'phone numbers'],
  card: ['card number', 'card numbers'],
  iban: ['IBAN', 'IBANs'],
  key: ['key', 'keys'],
  'national-id': ['national id', 'national ids'],
};

const tellMask: Tell = (run, state) => {
  const found = Object.entries(maskNames)
    .map(([kind, [one, many]]) => ({ one, many, count: run.counts.masked[kind as MaskKind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const list = found.map(({ count, one, many }) => countOf(count, one, many)).join(', ');
  return {
    share: state === 'done' ? 1 : shareOf(run.counts.bytesRead, run.counts.bytesTotal),
    reached: `${countWords(total)} masked`,
    of: null,
    caption: total === 0 ? `Nothing to mask ${state === 'done' ? 'was found' : 'so far'}.` : `${list}.`,
  };
};

const tellWho: Tell = (run, state) => ({
  share: state === 'done' ? 1 : 0,
  reached: state === 'done' ? 'confirmed' : 'your turn',
  of: null,
  caption:
    state === 'done'
      ? 'Authors, customers and bots are told apart. You can still correct them.'
      : `${countOf(run.counts.conversations, 'conversation')} read. Scoring starts when you say who is who.`,
});

const tellScore: Tell = (run, state, perSecond) => {
  const { scored, toScore } = run.counts;
  const left = perSecond === null ? null : (toScore - scored) / perSecond;
  const speed =
    perSecond === null || left === null ? 'Measuring the speed.' : `${speedWords(perSecond)}, ${timeLeftWords(left)}.`;
  const now = state === 'stopped' ? 'Stopped here; what is scored stays.' : speed;
  return {
    share: shareOf(scored, toScore),
    reached: countWords(scored),
    of: `of ${countWords(toScore)}`,
    caption: state === 'done' ? 'Each score opens the words behind it.' : `${now} You can start reading now.`,
  };
};

const tellFind: Tell = (_run, state) => ({
  share: state === 'done' ? 1 : 0.5,
  reached: state === 'done' ? 'ready' : state === 'now' ? 'under way' : null,
  of: null,
  caption: state === 'done' ? 'Focus says what to work on first, and how sure that is.' : waitingWords.find,
});

const details: Record<Phase, Tell> = {
  read: tellRead,
  mask: tellMask,
  who: tellWho,
  score: tellScore,
  find: tellFind,
};

const shareOf = (done: number, all: number): number => (all > 0 ? Math.min(1, done / all) : 0);
