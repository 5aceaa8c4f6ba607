/**
 * Reads acts by what holds for a sentence: cues (cue.ts), circumstances, and words of the measured vocabulary. Each adds
 * to the log-odds of every act; the sum is a probability, moved so that .5 is where an act counts as seen.
 */
import { type Act, agentActs, customerActs } from '@rapport/contract';
import { spellOut } from '../text/spell-out.ts';
import type { ActProbabilities, ActReader, PlainSentence, ReadTurn, TurnToRead } from './act-reader.ts';
import { agentCues } from './agent-cues.ts';
import type { Cue } from './cue.ts';
import { customerCues } from './customer-cues.ts';
import { type Background, findBackground, findCircumstances } from './find-circumstances.ts';
import { buildFeatureSet, type FeatureSet } from './find-features.ts';
import { packedAgentWeights } from './generated/agent-weights.ts';
import { packedCustomerWeights } from './generated/customer-weights.ts';
import { type ActWeights, type PackedWeights, priorShare, unpackWeights } from './weights.ts';

/** Below this an act is left out: nothing asks for it and objects stay small. */
const worthNaming = 0.05;

interface Side {
  features: FeatureSet;
  weights: ActWeights;
}

const buildSide = (acts: readonly Act[], cues: readonly Cue[], packed: PackedWeights | null): Side => {
  const vocabulary = packed ? packed.vocabulary.split('\n') : [];
  const features = buildFeatureSet(acts, cues, vocabulary);
  const rest = features.featureCount - cues.length;
  return { features, weights: packed ? unpackWeights(packed, acts, cues, rest) : authorsWeights(features) };
};

/** What the authors of the cues believed, before anything was measured. */
const authorsWeights = ({ acts, cues, featureCount }: FeatureSet): ActWeights => {
  const rows = new Float32Array(featureCount * acts.length);
  for (const [index, cue] of cues.entries())
    rows[index * acts.length + acts.indexOf(cue.act)] = cue.weight * 2 * priorShare;
  return { biases: new Float32Array(acts.length).fill(-1.5), rows };
};

/** With null, reads by the strengths of the cues alone; used to measure the weights in the first place. */
export const createPatternReader = (agent: PackedWeights | null, customer: PackedWeights | null): ActReader => {
  const sides = {
    agent: buildSide(agentActs, agentCues, agent),
    customer: buildSide(customerActs, customerCues, customer),
  };
  return (turn, before) => {
    if (turn.role === 'bot' || turn.role === 'system') return turn.sentences.map(() => ({}));
    if (turn.role !== 'other') return readSide(sides[turn.role], turn.role, turn, before);
    const asAgent = readSide(sides.agent, 'agent', turn, before);
    const asCustomer = readSide(sides.customer, 'customer', turn, before);
    return asAgent.map((acts, index) => larger(acts, asCustomer[index] ?? {}));
  };
};

export const readActsByPattern: ActReader = createPatternReader(packedAgentWeights, packedCustomerWeights);

const readSide = (
  side: Side,
  role: 'agent' | 'customer',
  turn: TurnToRead,
  before: readonly ReadTurn[],
): ActProbabilities[] => {
  const background = findBackground(role, before);
  return turn.sentences.map((sentence, index) =>
    readSentence(side, sentence, background, role, index, turn.sentences.length),
  );
};

const readSentence = (
  { features, weights }: Side,
  sentence: PlainSentence,
  background: Background,
  role: 'agent' | 'customer',
  index: number,
  count: number,
): ActProbabilities => {
  const spelled = spellOut(sentence.words);
  const circumstances = findCircumstances(sentence, spelled, background, role, index, count);
  const width = features.acts.length;
  const sums = Float32Array.from(weights.biases);
  const { rows } = weights;
  features.find(spelled, circumstances, (feature) => {
    const from = feature * width;
    for (let column = 0; column < width; column += 1) sums[column] = (sums[column] ?? 0) + (rows[from + column] ?? 0);
  });
  const acts: ActProbabilities = {};
  for (let column = 0; column < width; column += 1) {
    const sum = sums[column] ?? 0;
    const act = features.acts[column];
    if (sum < -3 || !act) continue;
    const probability = 1 / (1 + Math.exp(-sum));
    if (probability >= worthNaming) acts[act] = probability;
  }
  return acts;
};

const larger = (one: ActProbabilities, other: ActProbabilities): ActProbabilities => {
  const both = { ...one };
  for (const [act, probability] of Object.entries(other) as [Act, number][]) {
    both[act] = Math.max(both[act] ?? 0, probability);
  }
  return both;
};
