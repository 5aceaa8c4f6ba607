/** Every trick played on every base reply, as pairs; the honest conversation comes first. */
import type { Conversation } from '@rapport/contract';
import { disguises } from './disguises.ts';
import { type GamingBase, gamingBases } from './gaming-bases.ts';
import {
  blobTricks,
  copyTricks,
  hiddenTricks,
  keywordTricks,
  orderTricks,
  praiseTricks,
  quoteTricks,
  signatureTricks,
  type Trick,
  transcriptTricks,
} from './gaming-tricks.ts';
import { otherWordings } from './gaming-wordings.ts';
import { conversationOf, type Pair } from './pair.ts';

const kinds: Record<string, readonly Trick[]> = {
  'rows of keywords': keywordTricks,
  'hidden text': hiddenTricks,
  'pasted praise': praiseTricks,
  'quoted replies': quoteTricks,
  signatures: signatureTricks,
  'orders to the scorer': orderTricks,
  'score blobs': blobTricks,
  'fake transcripts': transcriptTricks,
  'copies and repeats': copyTricks,
  'other wordings': otherWordings,
};

const honest = ({ kind, head, tail }: GamingBase): string => `${kind} ${head} ${tail}`;

const played = (base: GamingBase, trick: string): string =>
  trick
    .replaceAll('{reply}', honest(base))
    .replaceAll('{kind}', base.kind)
    .replaceAll('{head}', base.head)
    .replaceAll('{tail}', base.tail)
    .replaceAll('{customer}', base.customer);

const pairOf = (base: GamingBase, kind: string, id: string, replies: { before: string; after: string }): Pair => {
  const name = `${id} in a ${base.id} reply`;
  return { id: name, kind, before: honestDialogue(base, replies.before), after: dialogue(base, replies.after) };
};

const dialogue = (base: GamingBase, reply: string): Conversation =>
  conversationOf(base.id, [
    { role: 'customer', author: 'Ann', text: base.customer },
    { role: 'agent', author: 'Ben', text: reply },
  ]);

const honestOnes = new Map<string, Conversation>();

/** One and the same object for one text, so that it is scored once. */
const honestDialogue = (base: GamingBase, reply: string): Conversation => {
  const known = honestOnes.get(reply) ?? dialogue(base, reply);
  honestOnes.set(reply, known);
  return known;
};

export const gamingPairs: readonly Pair[] = gamingBases.flatMap((base) => [
  ...Object.entries(kinds).flatMap(([kind, tricks]) =>
    tricks.map(([id, reply, plain = '{reply}']) =>
      pairOf(base, kind, id, { before: played(base, plain), after: played(base, reply) }),
    ),
  ),
  ...disguises.map(([id, disguise]) =>
    pairOf(base, 'letters in disguise', id, { before: honest(base), after: disguise(honest(base)) }),
  ),
]);
