/**
 * Which stretches of a transcript are marked, and with which number. One stretch that several qualities rest on is one
 * mark; numbers run in reading order, so the reader meets 1 before 2. Promises are P1, P2 …, goodwill G1, G2 …
 * Some qualities rest on nearly every reply; what they say of an ordinary one is quiet: numbered after the others and
 * drawn only while its quality is open.
 */
import type { ConversationDetail, Evidence, QualityId, Verdict } from '@rapport/contract';
import type { MarkKind } from '../design/EvidenceMark.tsx';

type DetailMoment = ConversationDetail['moments'][number];

export interface Mark {
  label: string;
  kind: MarkKind;
  messageId: string;
  start: number;
  end: number;
  quote: string;
  /** What rests on these words; empty for promises and goodwill. */
  moments: readonly DetailMoment[];
  quiet: boolean;
}

/** Called for by every reply, or by nearly every one. */
const everywhere: ReadonlySet<QualityId> = new Set(['communication', 'professionalism', 'responsiveness']);

const kindOf: Record<Verdict, MarkKind> = { met: 'helped', missed: 'hurt', partly: 'half' };

/** All numbered marks in reading order. Quotes that do not stand where they should are left out; see `brokenQuotes`. */
export function evidenceMarks(
  detail: Pick<ConversationDetail, 'messages' | 'moments' | 'promises' | 'goodwill'>,
): Mark[] {
  const order = new Map(detail.messages.map((message, index) => [message.id, index]));
  const loud = loudMoments(detail.moments);
  const found = new Map<string, Omit<Mark, 'label'> & { prefix: '' | 'P' | 'G' }>();
  const add = (said: Evidence, kind: MarkKind, prefix: '' | 'P' | 'G', moment?: DetailMoment) => {
    if (!stands(detail.messages, said)) return;
    const key = `${said.messageId} ${said.start} ${said.end} ${kind}`;
    const known = found.get(key);
    found.set(key, {
      kind,
      prefix,
      messageId: said.messageId,
      start: said.start,
      end: said.end,
      quote: said.quote,
      moments: [...(known?.moments ?? []), ...(moment ? [moment] : [])],
      quiet: moment !== undefined && !loud.has(moment) && (known?.quiet ?? true),
    });
  };
  for (const moment of detail.moments) {
    const words = moment.response ?? moment.trigger;
    if (words) add(words, moment.response ? kindOf[moment.verdict] : 'called', '', moment);
  }
  for (const promise of detail.promises) add(promise.said, 'promise', 'P');
  for (const goodwill of detail.goodwill) add(goodwill.said, 'goodwill', 'G');

  const next = { '': 0, P: 0, G: 0 };
  return [...found.values()]
    .toSorted(
      (one, other) =>
        Number(one.quiet) - Number(other.quiet) ||
        (order.get(one.messageId) ?? 0) - (order.get(other.messageId) ?? 0) ||
        one.start - other.start ||
        one.end - other.end,
    )
    .map(({ prefix, ...mark }) => {
      next[prefix] += 1;
      return { ...mark, label: `${prefix}${next[prefix]}` };
    });
}

/** The marks to draw: all but the quiet ones of other qualities than the open one. */
export const drawnMarks = (marks: readonly Mark[], quality: QualityId | undefined): Mark[] =>
  marks.filter((mark) => !mark.quiet || mark.moments.some((moment) => moment.quality === quality));

/** Of the qualities called for everywhere: what hurt, and of each author the one moment that weighs most. */
function loudMoments(moments: readonly DetailMoment[]): ReadonlySet<DetailMoment> {
  const heaviest = new Map<string, DetailMoment>();
  for (const moment of moments) {
    const key = `${moment.quality} ${moment.agent}`;
    const known = heaviest.get(key);
    if (!known || moment.weight > known.weight) heaviest.set(key, moment);
  }
  const kept = new Set(heaviest.values());
  return new Set(moments.filter((one) => !everywhere.has(one.quality) || one.verdict === 'missed' || kept.has(one)));
}

/** The words that called for these moments; drawn only while their mark is the current one. */
export function triggersOf(messages: ConversationDetail['messages'], moments: readonly DetailMoment[]): Evidence[] {
  const triggers = moments.flatMap((moment) => (moment.trigger && moment.response ? [moment.trigger] : []));
  return triggers.filter(
    (one, index) =>
      stands(messages, one) &&
      triggers.findIndex((other) => other.messageId === one.messageId && other.start === one.start) === index,
  );
}

/** Moments of one author and quality, with the labels of their marks. */
export function marksOf(marks: readonly Mark[], agent: string, quality: QualityId): Mark[] {
  return marks.filter((mark) => mark.moments.some((moment) => moment.agent === agent && moment.quality === quality));
}

/** How many quotes no longer match the stored text; said on the page instead of drawing them in the wrong place. */
export function brokenQuotes(detail: Pick<ConversationDetail, 'messages' | 'moments'>): number {
  return detail.moments.filter((moment) => {
    const words = moment.response ?? moment.trigger;
    return words !== null && !stands(detail.messages, words);
  }).length;
}

function stands(messages: ConversationDetail['messages'], said: Evidence): boolean {
  const text = messages.find((message) => message.id === said.messageId)?.text;
  return text !== undefined && said.start < said.end && text.slice(said.start, said.end) === said.quote;
}
