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
  const signs = new LaterSigns(reading);
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
        ...signs.stateOf(index, sentence),
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

/** A later sentence that may say of an earlier promise that it was kept or broken; which promise, its words decide. */
interface Sign {
  /** Place of its message. */
  index: number;
  said: Evidence;
  state: 'broken-said-customer' | 'kept-in-text';
  /** How many words it has to share with the promise. */
  least: number;
  words: ReadonlySet<string>;
}

/**
 * The signs of a conversation, each found once and no further than asked for: looking for them anew for every promise
 * would grow with the square. Promises are asked about in their order.
 */
class LaterSigns {
  private readonly reading: Reading;
  private readonly lastPublic: number;
  private readonly signs: Sign[] = [];
  /** Messages before this one have been looked at, or come before the first promise. */
  private next = 0;

  constructor(reading: Reading) {
    this.reading = reading;
    this.lastPublic = reading.messages.findLastIndex(({ message }) => message.visibility === 'public');
  }

  stateOf(index: number, promise: Sentence): { state: PromiseFound['state']; sign: Evidence | null } {
    if (this.lastPublic <= index) return { state: 'open', sign: null };
    const sign = this.firstFor(index, contentOf(promise));
    return sign ? { state: sign.state, sign: sign.said } : { state: 'no-sign-yet', sign: null };
  }

  private firstFor(index: number, wanted: ReadonlySet<string>): Sign | undefined {
    const speaks = (one: Sign): boolean => one.index > index && shares(one.words, wanted, one.least);
    const known = this.signs.find(speaks);
    if (known) return known;
    for (this.next = Math.max(this.next, index + 1); this.next <= this.lastPublic; ) {
      const read = this.reading.messages[this.next];
      const found = read ? signsIn(read, this.next) : [];
      this.signs.push(...found);
      this.next += 1;
      const first = found.find(speaks);
      if (first) return first;
    }
    return undefined;
  }
}

const signsIn = (read: ReadMessage, index: number): Sign[] => {
  if (read.message.visibility !== 'public') return [];
  const isCustomers = read.message.role === 'customer';
  return read.sentences.flatMap((said): Sign[] => {
    const sign = (state: Sign['state'], least: number): Sign => ({
      index,
      said: evidenceOf(read, said),
      state,
      least,
      words: contentOf(said),
    });
    const found: Sign[] = [];
    if (isCustomers && broken.test(said.text)) found.push(sign('broken-said-customer', does(said, 'chase') ? 0 : 1));
    if (isCustomers && doesAny(said, ['confirm-resolved', 'thank']) && came.test(said.text))
      found.push(sign('kept-in-text', 1));
    if (read.scorable && !does(said, 'promise') && done.test(said.text)) {
      if (/\bas promised\b/i.test(said.text)) found.push(sign('kept-in-text', 0));
      else if (authorKey(read.message) !== '') found.push(sign('kept-in-text', 2));
    }
    return found;
  });
};

const broken =
  /\b(?:you (?:said|promised|told)|never (?:called|came|arrived|rang|replied|heard|got|wrote|happened)|no(?:body| ?one) (?:called|came|rang|replied|has called)|no (?:call|callback|e-?mail|mail|reply|refund|parcel|news|update|message)|still (?:no|waiting|nothing|not|haven)|didn['’]?t (?:call|come|arrive|ring|hear|get)|hasn['’]?t (?:come|arrived|called)|haven['’]?t (?:heard|received|got|had))\b/i;

const came = /\b(?:arrived|received|got|came|called|rang|refund(?:ed)?|here|showed up|in my (?:account|inbox))\b/i;

const done =
  /\b(?:as promised|i(?:'ve| have|’ve) (?:now |just )?\w+ed|is (?:now )?(?:done|on its way|sent|back)|has (?:now )?been|here(?:'s| is|’s) (?:the|your|an?)|update:|good news|news from)\b/i;

const empty = new Set(
  'i will you your the a an to and of for it that this we be in on by at with as is are have has me us our my so then also just from or if up out can when let them they he she his her not do get back'.split(
    ' ',
  ),
);

/** Word stems of a sentence, so that "refund" meets "refunded". */
const contentOf = (sentence: Sentence): ReadonlySet<string> =>
  new Set(sentence.words.filter((word) => word.length > 2 && !empty.has(word) && !word.includes("'")).map(stem));

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|s|e)$/, '') : word);

const shares = (words: ReadonlySet<string>, wanted: ReadonlySet<string>, least: number): boolean => {
  let both = 0;
  for (const word of words) if (wanted.has(word)) both += 1;
  return both >= least;
};
