/** Everything that can go wrong with a judge, as a closed list, each with the sentence people read. */
import type { JudgeTroubleKind } from '@rapport/contract';

/** Carries no word of the conversation, of the answer or of the key, so that it may be logged and shown. */
export class JudgeTrouble extends Error {
  readonly kind: JudgeTroubleKind;
  /** What the server asked to wait, in seconds. */
  readonly waitSeconds: number | null;

  constructor(kind: JudgeTroubleKind, waitSeconds: number | null = null) {
    super(kind);
    this.name = 'JudgeTrouble';
    this.kind = kind;
    this.waitSeconds = waitSeconds;
  }
}

/** Asking again can help: the server was away, busy or stumbled. */
export const isPassing = ({ kind }: JudgeTrouble): boolean =>
  kind === 'unreachable' || kind === 'asked-to-wait' || kind === 'server-error';

const sentences: Record<JudgeTroubleKind, string> = {
  off: 'No judge is set up here; nobody was asked.',
  'no-budget': 'Today’s budget of the judge is used up; it begins anew at midnight UTC.',
  'too-long': 'The conversation is too long to be sent to the judge.',
  'nothing-to-judge': 'This agent has no public reply in English here for the judge to read.',
  unreachable: 'The judge’s server could not be reached.',
  timeout: 'The judge did not answer within its time.',
  'asked-to-wait': 'The judge’s server has too much to do and asks to wait.',
  'server-error': 'The judge’s server has a fault of its own.',
  'key-refused': 'The judge’s server refused the key.',
  'request-refused': 'The judge’s server did not accept the question; the model’s name or the address may be wrong.',
  redirect: 'The judge’s server pointed to another address, and it was not followed.',
  'answer-too-large': 'The judge’s answer was far too large and was cut off.',
  'answer-cut-short': 'The judge stopped before its answer was complete.',
  'not-json': 'The judge’s answer was not in the form that was asked for.',
  'wrong-shape': 'The judge’s answer did not fit the form that was asked for.',
  'forged-quote': 'The judge quoted words that are not in the message it named, so its whole answer was thrown away.',
  'wrong-author': 'The judge quoted words of the wrong author, so its whole answer was thrown away.',
  contradiction: 'The judge’s answer contradicts itself, so it was thrown away.',
  stopped: 'Rapport was stopped while the judge was being asked.',
};

export const sentenceOf = (kind: JudgeTroubleKind): string => sentences[kind];
