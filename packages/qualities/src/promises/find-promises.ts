/**
 * What agents said they would do later, when it falls due, and what the later text shows of it.
 * Text alone never proves a breach: without a sign the state is `no-sign-yet`, and `broken-said-customer` needs the
 * customer's own words.
 */
import type { Evidence, PromiseFound } from '@rapport/contract';
import { authorKey, does, doesAny, type Reading, type ReadMessage, type Sentence } from '../reading.ts';
import { findDue } from './find-due.ts';

export const findPromises = (reading: Reading): PromiseFound[] => {
  const found: PromiseFound[] = [];
  for (const [index, read] of reading.messages.entries()) {
    if (!read.scorable) continue;
    for (const [at, sentence] of read.sentences.entries()) {
      if (!promises(sentence)) continue;
      const due = findDue(sentence.text, read.message.at) ?? dueOfNext(read, at);
      found.push({
        agent: read.message.author,
        said: evidenceOf(read, sentence),
        what: whatOf(sentence.text),
        dueAt: due?.dueAt ?? null,
        dueWords: due?.words ?? null,
        ...findState(reading, index, read, sentence),
      });
    }
  }
  return found;
};

const promises = (sentence: Sentence): boolean => does(sentence, 'promise') && !/\?\s*$/.test(sentence.text);

/** "I'll call you. Tomorrow at nine." */
const dueOfNext = (read: ReadMessage, at: number) => {
  const next = read.sentences[at + 1];
  return next && next.words.length <= 6 && !does(next, 'promise') ? findDue(next.text, read.message.at) : null;
};

const evidenceOf = (read: ReadMessage, sentence: Sentence): Evidence => ({
  messageId: read.message.id,
  start: sentence.start,
  end: sentence.end,
  quote: read.message.text.slice(sentence.start, sentence.end),
});

const opener =
  /^(?:(?:ok(?:ay)?|so|and|then|yes|sure|of course|no problem|don't worry|thanks?|also|well|right|now)[,!. ]+)*(?:(?:i|we|he|she|they|you)(?:'ll|’ll| will| shall)|(?:i'm|i’m|i am|we're|we’re|we are) going to|let me|i promise(?: to| that)?)\s+(?:also |then |personally |now |just |be |make sure (?:to |that )?)*/i;

/** The promised thing in the agent's own words, without the "I'll". */
const whatOf = (text: string): string => {
  const rest = text.replace(/[.!…\s]+$/, '').replace(opener, '');
  const what = rest.length >= 3 ? rest : text;
  return what.length > 160 ? `${what.slice(0, 159).trimEnd()}…` : what;
};

const findState = (
  reading: Reading,
  index: number,
  promised: ReadMessage,
  sentence: Sentence,
): { state: PromiseFound['state']; sign: Evidence | null } => {
  const later = reading.messages.slice(index + 1).filter((one) => one.message.visibility === 'public');
  const wanted = contentOf(sentence);
  for (const read of later) {
    for (const said of read.sentences) {
      if (read.message.role === 'customer' && saysBroken(said, wanted)) {
        return { state: 'broken-said-customer', sign: evidenceOf(read, said) };
      }
      if (read.message.role === 'customer' && saysKept(said, wanted)) {
        return { state: 'kept-in-text', sign: evidenceOf(read, said) };
      }
      if (read.scorable && showsDone(said, wanted, read, promised)) {
        return { state: 'kept-in-text', sign: evidenceOf(read, said) };
      }
    }
  }
  return { state: later.length === 0 ? 'open' : 'no-sign-yet', sign: null };
};

const broken =
  /\b(?:you (?:said|promised|told)|never (?:called|came|arrived|rang|replied|heard|got|wrote|happened)|no(?:body| ?one) (?:called|came|rang|replied|has called)|no (?:call|callback|e-?mail|mail|reply|refund|parcel|news|update|message)|still (?:no|waiting|nothing|not|haven)|didn['’]?t (?:call|come|arrive|ring|hear|get)|hasn['’]?t (?:come|arrived|called)|haven['’]?t (?:heard|received|got|had))\b/i;

const saysBroken = (said: Sentence, wanted: ReadonlySet<string>): boolean =>
  broken.test(said.text) && (shares(said, wanted) >= 1 || does(said, 'chase'));

const saysKept = (said: Sentence, wanted: ReadonlySet<string>): boolean =>
  doesAny(said, ['confirm-resolved', 'thank']) &&
  /\b(?:arrived|received|got|came|called|rang|refund(?:ed)?|here|showed up|in my (?:account|inbox))\b/i.test(
    said.text,
  ) &&
  shares(said, wanted) >= 1;

const done =
  /\b(?:as promised|i(?:'ve| have|’ve) (?:now |just )?\w+ed|is (?:now )?(?:done|on its way|sent|back)|has (?:now )?been|here(?:'s| is|’s) (?:the|your|an?)|update:|good news|news from)\b/i;

/** Only in a later message: the promise itself cannot keep itself. */
const showsDone = (said: Sentence, wanted: ReadonlySet<string>, read: ReadMessage, promised: ReadMessage): boolean =>
  read.index > promised.index &&
  !does(said, 'promise') &&
  done.test(said.text) &&
  (/\bas promised\b/i.test(said.text) || (shares(said, wanted) >= 2 && authorKey(read.message) !== ''));

const empty = new Set(
  'i will you your the a an to and of for it that this we be in on by at with as is are have has me us our my so then also just from or if up out can when let them they he she his her not do get back'.split(
    ' ',
  ),
);

/** Word stems of a sentence, so that "refund" meets "refunded". */
const contentOf = (sentence: Sentence): ReadonlySet<string> =>
  new Set(sentence.words.filter((word) => word.length > 2 && !empty.has(word) && !word.includes("'")).map(stem));

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|s|e)$/, '') : word);

const shares = (said: Sentence, wanted: ReadonlySet<string>): number => {
  let both = 0;
  for (const word of contentOf(said)) if (wanted.has(word)) both += 1;
  return both;
};
