/** Feelings seen or passed over, apologies, refusals, questions. */
import { agent, atLeastPartly, customer, type HardCase, notMet } from './hard-case.ts';

export const hardCasesOfCare: readonly HardCase[] = [
  {
    about: 'hollow empathy',
    id: 'understand-frustration',
    turns: [
      customer('The freezer died and all the food for my mother’s funeral is ruined. I am desperate.'),
      agent('I completely understand your frustration. Please send me your order number.'),
    ],
    accept: { empathy: notMet },
  },
  {
    about: 'hollow empathy',
    id: 'inconvenience',
    turns: [
      customer('Your driver left my insulin in the sun and now it is useless, I am really scared!'),
      agent('We apologise for any inconvenience this may have caused. Your concern is important to us.'),
    ],
    accept: { empathy: notMet },
  },
  {
    about: 'empathy without the usual words',
    id: 'a-week-cold',
    turns: [
      customer('We have had no heating for a week and I have a newborn. I am at the end of my rope.'),
      agent(
        'A week without heating with a newborn in the house, nobody should have to live like that. The engineer is with you at four.',
      ),
    ],
    accept: { empathy: ['met'] },
  },
  {
    about: 'empathy without the usual words',
    id: 'would-be-livid',
    turns: [
      customer('You lost the only photos I have of my late father. I cannot stop crying.'),
      agent(
        'The only photos of your father. I would be heartbroken too. I am going through the archive by hand right now.',
      ),
    ],
    accept: { empathy: ['met'] },
  },
  {
    about: 'polite wording with a rude sense',
    id: 'due-respect',
    turns: [
      customer('I was charged a fee that nobody told me about! I am really upset.'),
      agent('With all due respect, reading the page would have helped you.'),
    ],
    accept: { empathy: ['missed', 'none'], professionalism: notMet },
  },
  {
    about: 'polite wording with a rude sense',
    open: 'the sneer is not read as hostile',
    id: 'thank-you-for-opinion',
    turns: [
      customer('You lost my luggage and nobody answers the phone! I am furious.'),
      agent('Thank you for sharing your opinion, Madam. Most passengers manage to label their bags properly.'),
    ],
    accept: { empathy: ['missed'], professionalism: notMet },
  },
  {
    about: 'an apology that blames',
    id: 'feel-that-way',
    turns: [
      customer('You sent my medicine to the wrong house. This is a disgrace!'),
      agent('I am sorry you feel that way, but you should have checked the address.'),
    ],
    accept: { humility: ['missed'], empathy: notMet },
  },
  {
    about: 'an apology that blames',
    id: 'if-you-had',
    turns: [
      customer('My booking is gone and I am standing in the rain. Unbelievable!'),
      agent('Sorry, but if you had printed the confirmation this would not have happened.'),
    ],
    accept: { humility: ['missed'], empathy: notMet },
  },
  {
    about: 'a graceful no',
    id: 'other-way',
    turns: [
      customer('Can I return the swimsuit? I wore it once.'),
      agent(
        'I am sorry, we cannot take back a swimsuit that was worn, because of the hygiene rules. What I can do is give you 20% off another size.',
      ),
    ],
    accept: { humility: ['met'] },
  },
  {
    about: 'a graceful no',
    id: 'fully-booked',
    turns: [
      customer('Could you move our table to eight tonight?'),
      agent(
        'I wish I could, but we are not allowed to seat more people after seven because of the fire rules. I can offer you the terrace at eight instead.',
      ),
    ],
    accept: { humility: atLeastPartly },
  },
  {
    about: 'a flat no',
    id: 'no-refunds',
    turns: [customer('Can I return the swimsuit? It does not fit.'), agent('No. We do not refund swimsuits.')],
    accept: { humility: ['missed'] },
  },
  {
    about: 'a flat no',
    id: 'not-possible',
    turns: [customer('Could you change the date of my ticket?'), agent('We cannot change the date of the ticket.')],
    accept: { humility: ['missed'] },
  },
  {
    about: 'a question answered three turns later',
    id: 'warranty',
    turns: [
      customer('Does the warranty cover water damage?'),
      agent('Thanks for your message! Which model is it?'),
      customer('The X2. And does it cover water damage?'),
      agent('Great, the X2. When did you buy it?'),
      customer('In March. Please answer my question.'),
      agent('Yes, the warranty covers water damage for two years.'),
    ],
    accept: { 'active-listening': notMet },
  },
  {
    about: 'a question answered three turns later',
    id: 'gluten',
    turns: [
      customer('Is the almond cake free of gluten?'),
      agent('Hello and welcome!'),
      customer('Hi. Is the almond cake free of gluten?'),
      agent('We have a lovely chocolate one too!'),
      customer('I asked about the almond cake.'),
      agent('Sorry, yes, the almond cake is free of gluten.'),
    ],
    accept: { 'active-listening': notMet },
  },
];
