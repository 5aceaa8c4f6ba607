/** Finds the circumstances of one sentence: its form, its place, and what was said before. */
import type { Act, AuthorRole } from '@rapport/contract';
import type { PlainSentence, ReadTurn } from './act-reader.ts';
import { bit, type Circumstance } from './circumstances.ts';
import { wordLists } from './word-lists.ts';

/** What the earlier turns say about the message to be read; the same for all of its sentences. */
export interface Background {
  /** Bits that hold for the whole message. */
  shared: number;
  /** Words of each earlier sentence of the same side that is long enough to be repeated. */
  ownSentences: readonly ReadonlySet<string>[];
  /** Words of the other side's last two messages. */
  otherWords: ReadonlySet<string>;
}

const otherSide = (role: AuthorRole): AuthorRole => (role === 'agent' ? 'customer' : 'agent');

const seen = (turn: ReadTurn, acts: readonly Act[]): boolean =>
  turn.sentences.some((sentence) => acts.some((act) => (sentence.acts[act] ?? 0) >= 0.5));

export const findBackground = (role: AuthorRole, before: readonly ReadTurn[]): Background => {
  const own = before.filter((turn) => turn.role === role);
  const others = before.filter((turn) => turn.role === otherSide(role) || (role === 'customer' && turn.role === 'bot'));
  const last = others.at(-1);
  let shared = own.length === 0 ? bit('opening') : 0;
  if (before.at(-1)?.role === role) shared |= bit('waited');
  if (last) {
    if (last.sentences.some((sentence) => sentence.text.includes('?')) || seen(last, ['ask', 'check-resolved']))
      shared |= bit('asked');
    for (const [name, acts] of Object.entries(byActs) as [Circumstance, Act[]][])
      if (seen(last, acts)) shared |= bit(name);
  }
  if (others.some((turn) => seen(turn, ['promise']))) shared |= bit('promised');
  return {
    shared,
    ownSentences: own
      .slice(-6)
      .flatMap((turn) => turn.sentences.map((one) => contentWords(one.words)).filter((set) => set.size >= 2)),
    otherWords: contentWords(others.slice(-2).flatMap((turn) => turn.sentences.flatMap((one) => one.words))),
  };
};

const byActs: Partial<Record<Circumstance, Act[]>> = {
  checked: ['check-resolved'],
  solved: ['offer-solution', 'instruct', 'offer-alternative'],
  instructed: ['instruct'],
  troubled: ['state-problem', 'complain', 'deny-resolved', 'insult', 'escalate', 'threaten-to-leave'],
  thanked: ['thank'],
  explained: ['inform'],
  refused: ['refuse', 'negative-framing'],
  offered: ['offer-more-help'],
};

const emptyWords = new Set(
  `the and for you your this that with have has had not but are was were can will would could should from they them there here what when where which who how its it's i'm i've
  just also been being our out about into than then very more some any all one get got please thanks thank hello yes now today did does don't didn't still like know want need
  because only again after before back their his her him she he we us me my is it in on at to of a an so if or as be do no am i by up go`.split(
    /\s+/,
  ),
);

export const contentWords = (words: readonly string[]): ReadonlySet<string> => {
  const content = new Set<string>();
  for (const word of words) if (word.length > 1 && !emptyWords.has(word)) content.add(word);
  return content;
};

const commands = new Set(wordLists.do);

export const findCircumstances = (
  sentence: PlainSentence,
  spelled: readonly string[],
  background: Background,
  role: AuthorRole,
  index: number,
  count: number,
): number => {
  const { text } = sentence;
  let found = background.shared;
  const set = (name: Circumstance, holds: boolean): void => {
    if (holds) found |= bit(name);
  };
  set('first', index === 0);
  set('last', index === count - 1);
  set('only', count === 1);
  const asks = text.includes('?');
  set('question', asks);
  set('statement', !asks);
  set('bang', text.includes('!'));
  const length = spelled.length;
  set('tiny', length <= 2);
  set('short', length <= 4);
  set('brief', length <= 8);
  set('long', length >= 20);
  set('number', /\d/.test(text));
  set('money', /[$€£]\s?\d|\d\s?(?:[$€£]|(?:euros?|eur|usd|gbp|dollars?|pounds?|bucks|quid)\b)/i.test(text));
  set('shout', isShouted(text));
  set(
    'command',
    commands.has(
      spelled[0] === 'please' ||
        spelled[0] === 'then' ||
        spelled[0] === 'and' ||
        spelled[0] === 'now' ||
        spelled[0] === 'first'
        ? (spelled[1] ?? '')
        : (spelled[0] ?? ''),
    ),
  );
  const first = text.charCodeAt(0);
  set('lower', first >= 97 && first <= 122);
  set('name', length <= 6 && /(?:^|[\s,-])[A-Z][\w.'’-]*[.,]?\s*$/.test(text) && !asks);
  if (length >= 2) {
    const content = contentWords(sentence.words);
    set(
      'again',
      background.ownSentences.some((earlier) => overlap(content, earlier) >= 0.6),
    );
    set('echo', content.size >= 2 && overlap(content, background.otherWords) >= (role === 'agent' ? 0.4 : 0.6));
  }
  return found;
};

/** Share of the words of `one` that also stand in `other`; 0 for fewer than two words in common. */
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both < 2 ? 0 : both / one.size;
};

/** Mostly capitals, in at least two words: "WHERE IS MY PARCEL", not "OK" or "IBAN". */
export const isShouted = (text: string): boolean => {
  let upper = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) {
      upper += 1;
      letters += 1;
    } else if (code >= 97 && code <= 122) letters += 1;
  }
  return letters >= 8 && upper / letters > 0.7 && text.includes(' ');
};
