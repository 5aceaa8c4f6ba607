/** What a person's replies are said to do, to themselves and about them: behaviour, never a level and never a trait. */
import { type QualityId, qualityWords } from '@rapport/contract';

const yours: Record<QualityId, string> = {
  empathy: 'show that you saw the trouble',
  'active-listening': 'hear and answer everything',
  patience: 'take the time',
  humility: 'own mistakes and say no well',
  professionalism: 'stay calm and polite',
  communication: 'write clearly',
  'problem-solving': 'get it solved',
  personalization: 'use what the customer told you',
  knowledge: 'give sure, consistent answers',
  'emotional-intelligence': 'meet the customer’s mood',
  adaptability: 'try another way',
  responsiveness: 'answer in time',
  appreciation: 'say a real thank you',
  'people-first': 'put people before process',
};

/** "get it solved" to the person, "gets it solved" about them. */
export function behaviourOf(quality: QualityId, own: boolean): string {
  if (own) return yours[quality];
  return quality === 'people-first' ? 'puts people before process' : qualityWords[quality].phrase;
}

/** What to try where a quality is still open: one thing for the next conversation, and why it matters to customers. */
export const whatToTry: Record<QualityId, string> = {
  empathy:
    'Before the first step, say back in one sentence what this cost them: the afternoon, the money, the worry. People take a fix better once they know they were heard.',
  'active-listening':
    'Count the questions in their message, and give each one a line of its own in your reply. A question left open comes back as a second message.',
  patience:
    'Explain it anew in smaller steps, one per message, and wait for their answer before the next. Nobody likes to ask a third time.',
  humility:
    'Where it was our fault, say so first and in plain words; where it is a no, give the reason and something they can have instead.',
  professionalism:
    'When the tone gets sharp, answer the matter and let the tone pass. Short, calm sentences cool a conversation faster than replies to each jab.',
  communication:
    'One thought per sentence, the next step last, and say what can be done before what cannot. They should not have to read it twice.',
  'problem-solving':
    'End with who does what by when, and ask whether it works for them. A reply without a next step starts another round.',
  personalization:
    'Use one thing they told you where it changes the answer: the date of the trip, the broken step, the name of the child.',
  knowledge:
    'Say it definitely, or say that you will find out and by when. “It should” and “I think” send people to ask somebody else.',
  'emotional-intelligence':
    'Let the first sentence be as short and as warm as their state asks for, before the facts. The same words sound different to somebody who is angry.',
  adaptability:
    'When the first fix did not work, say that you will go another way and which. The same step again feels like not being believed.',
  responsiveness: 'When it takes longer, write before they ask: one line on where it stands and when you write next.',
  appreciation:
    'Thank them for what they did: the photos, the waiting, the clear description. A thank you that names something is remembered.',
  'people-first':
    'Let the acknowledgement come before the first question about an order number. It is one sentence and it changes the rest.',
};
