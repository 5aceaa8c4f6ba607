/**
 * What an agent's message says to the customer. Beside the quotes and the hidden text that are left out of every message,
 * a reply loses what is there for a scorer alone: orders to it, praise of itself, pasted dialogues, rows of keywords, the
 * same sentence again, the customer's own sentences copied. It has no sentences, so no rule can be moved by it.
 */
import { isAboutTheScore } from './is-about-the-score.ts';
import { findKeywordRuns, isKeywordRow } from './keyword-runs.ts';
import { leaveOut } from './leave-out.ts';
import { findPastedQuotes, findPastedTranscript, findSignature, findUnseenNotes } from './pasted-lines.ts';
import { readView, type TextSentence, viewOf } from './read-text.ts';
import { findScorerTalk } from './scorer-talk.ts';

/** Display names, as far as they are known. */
export interface Names {
  author: string;
  /** Whom the reply may pretend to quote. */
  customers: readonly string[];
}

/** Own sentences of a reply as `readText` gives them. */
export const readReply = (source: string, names: Names = { author: '', customers: [] }): TextSentence[] => {
  const view = viewOf(source);
  const { plain } = view;
  const served = leaveOut(view, [
    ...findScorerTalk(plain),
    ...findPastedTranscript(plain, names.customers),
    ...findPastedQuotes(plain),
    ...findUnseenNotes(plain),
    ...findSignature(plain, names.author),
    ...findKeywordRuns(plain),
  ]);
  return readView(served);
};

interface Said {
  words: readonly string[];
}

/** Without rows of words, talk about the score, repeats within the message, and copies of what the customer said. English replies only. */
export const withoutPadding = (sentences: readonly TextSentence[], heard: readonly Said[]): TextSentence[] => {
  const said = new Set<string>();
  const theirs = new HeardBefore(heard);
  return sentences.filter((sentence) => {
    if (isKeywordRow(sentence.words) || isAboutTheScore(sentence.text, theirs)) return false;
    if (sentence.words.length < 3) return true;
    const key = keyOf(sentence);
    if (said.has(key)) return false;
    said.add(key);
    return !(isLong(sentence) && isInTheirVoice(sentence) && theirs.said(sentence));
  });
};

/** What the customer has said; words are gathered when they are first asked for. */
class HeardBefore {
  private readonly heard: readonly Said[];
  private words: ReadonlySet<string> | null = null;

  constructor(heard: readonly Said[]) {
    this.heard = heard;
  }

  has(word: string): boolean {
    this.words ??= new Set(this.heard.flatMap((one) => one.words));
    return this.words.has(word);
  }

  /** Word for word. */
  said({ words }: Said): boolean {
    return this.heard.some(
      (one) => one.words.length === words.length && one.words.every((word, at) => word === words[at]),
    );
  }
}

const keyOf = ({ words }: Said): string => words.join(' ');

const isLong = ({ words }: Said): boolean => words.length >= 4;

/** A short neutral sentence said back word for word may be a confirmation; "my parcel is lost" said back is a copy. */
const isInTheirVoice = ({ words }: Said): boolean =>
  words.length >= 10 || words.some((word) => inFirstPerson.has(word));

const inFirstPerson = new Set("i i'm i've i'd i'll my me we we're we've our us mine".split(' '));
