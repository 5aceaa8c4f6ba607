/**
 * Which acts may speak for or against which quality. The weights are measured, but only among these: a warm greeting
 * says nothing about knowledge, however often the two go together.
 */
import type { AgentAct, CustomerAct, QualityId } from '@rapport/contract';

export interface Signs {
  /** Acts of customers that call for the quality, the strongest first. */
  opens: readonly CustomerAct[];
  /** Acts of the author by which it shows; measured weights may not count them against the reply. */
  shows: readonly AgentAct[];
  /** Acts of the author that hurt it; measured weights may not count them in its favour. */
  hurts: readonly AgentAct[];
  /** Acts whose weight may have either sign. */
  colours?: readonly AgentAct[];
  /** Counts and lengths that may be looked at. */
  shapes?: readonly string[];
}

const rude = ['dismiss', 'blame', 'rush', 'mirror-hostility', 'negative-framing'] as const;
const trouble = ['complain', 'insult', 'escalate', 'threaten-to-leave', 'chase', 'repeat', 'state-problem'] as const;

export const signsOf: Record<QualityId, Signs> = {
  empathy: {
    opens: [...trouble, 'personal-fact', 'deny-resolved'],
    shows: ['acknowledge-feeling', 'apologise', 'own', 'personal-touch', 'restate'],
    hurts: rude,
  },
  'active-listening': {
    opens: ['ask', 'state-problem', 'repeat', 'answer', 'confused', 'deny-resolved'],
    shows: ['ask', 'restate', 'inform', 'instruct', 'offer-solution', 'check-resolved'],
    hurts: ['dismiss', 'rush', 'hedge', 'transfer'],
    shapes: ['questions', 'words taken up'],
  },
  patience: {
    opens: ['repeat', 'confused', 'insult', 'complain', 'chase', 'deny-resolved'],
    shows: ['instruct', 'inform', 'ask', 'check-resolved', 'offer-more-help', 'acknowledge-feeling', 'restate'],
    hurts: [...rude, 'jargon'],
    shapes: ['sentences'],
  },
  humility: {
    opens: ['complain', 'chase', 'escalate', 'repeat', 'insult', 'ask'],
    shows: ['apologise', 'own', 'acknowledge-feeling', 'offer-alternative', 'offer-solution', 'give-goodwill'],
    hurts: rude,
    colours: ['refuse', 'hedge'],
  },
  professionalism: {
    opens: ['insult', 'complain', 'ask', 'state-problem'],
    shows: ['greet', 'thank', 'farewell', 'apologise', 'acknowledge-feeling'],
    hurts: [...rude, 'jargon'],
    colours: ['personal-touch'],
  },
  communication: {
    opens: ['ask', 'state-problem', 'confused'],
    shows: ['inform', 'instruct', 'promise', 'offer-solution', 'ask', 'greet', 'farewell'],
    hurts: [...rude, 'jargon', 'hedge'],
    colours: ['transfer'],
    shapes: ['words in a reply', 'words in a sentence', 'sentences'],
  },
  'problem-solving': {
    opens: ['state-problem', 'ask', 'complain', 'repeat', 'deny-resolved'],
    shows: [
      'offer-solution',
      'offer-alternative',
      'instruct',
      'promise',
      'own',
      'check-resolved',
      'give-goodwill',
      'inform',
    ],
    hurts: ['dismiss', 'rush', 'hedge', 'refuse', 'transfer', 'blame'],
    colours: ['ask'],
  },
  personalization: {
    opens: ['personal-fact', 'state-problem'],
    shows: ['personal-touch', 'acknowledge-feeling', 'restate', 'offer-solution', 'offer-alternative'],
    hurts: ['dismiss', 'rush', 'blame'],
    colours: ['thank', 'greet'],
    shapes: ['words taken up'],
  },
  knowledge: {
    opens: ['ask', 'confused', 'state-problem'],
    shows: ['inform', 'instruct', 'offer-solution'],
    hurts: ['hedge', 'transfer', 'dismiss', 'jargon'],
    colours: ['ask-to-wait', 'promise', 'refuse', 'own', 'ask'],
  },
  'emotional-intelligence': {
    opens: ['insult', 'complain', 'threaten-to-leave', 'escalate', 'repeat', 'chase', 'state-problem'],
    shows: ['acknowledge-feeling', 'apologise', 'own', 'personal-touch', 'restate', 'offer-more-help'],
    hurts: rude,
  },
  adaptability: {
    opens: ['deny-resolved', 'ask', 'repeat', 'personal-fact'],
    shows: ['offer-alternative', 'offer-solution', 'give-goodwill', 'promise', 'own'],
    hurts: ['refuse', 'transfer', 'dismiss', 'negative-framing', 'rush'],
    colours: ['instruct', 'ask'],
  },
  responsiveness: {
    opens: ['chase', 'ask', 'state-problem', 'complain'],
    shows: ['promise', 'ask-to-wait'],
    hurts: ['rush'],
    colours: ['apologise'],
    shapes: ['longest wait', 'first wait', 'after a colleague'],
  },
  appreciation: {
    opens: ['thank', 'feedback', 'answer', 'confirm-resolved', 'farewell'],
    shows: ['thank', 'personal-touch', 'farewell', 'acknowledge-feeling', 'apologise'],
    hurts: ['rush', 'dismiss', 'mirror-hostility'],
    shapes: ['closes', 'replies'],
  },
  'people-first': {
    opens: ['state-problem', 'complain', 'chase', 'repeat', 'deny-resolved'],
    shows: ['acknowledge-feeling', 'apologise', 'personal-touch', 'own', 'restate', 'thank', 'greet', 'farewell'],
    hurts: rude,
    colours: ['inform', 'ask', 'offer-more-help'],
  },
};
