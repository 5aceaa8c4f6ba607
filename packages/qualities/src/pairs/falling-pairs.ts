/**
 * Replies made worse by one sentence or a turn of phrase, while the polite words stay: [id, customer, decent reply, worse
 * reply, qualities of which at least one has to fall].
 */
import type { QualityId } from '@rapport/contract';
import { conversationOf, differencesOf, type Pair } from './pair.ts';

type Worsened = readonly [id: string, customer: string, decent: string, worse: string, falls: readonly QualityId[]];

export interface FallingPair extends Pair {
  falls: readonly QualityId[];
}

const tone = ['professionalism', 'empathy', 'emotional-intelligence', 'people-first', 'humility', 'patience'] as const;
const fault = ['humility', 'empathy', 'emotional-intelligence', 'people-first'] as const;

const insultAfterApology: readonly Worsened[] = [
  [
    'idiot',
    'My order came without the charger and I need it for work tomorrow.',
    "I'm sorry the charger was missing. I've sent one by courier, it arrives tonight.",
    "I'm sorry the charger was missing. I've sent one by courier, it arrives tonight. Only an idiot would not have a spare.",
    tone,
  ],
  [
    'learn-to-read',
    'You charged me twice for one ticket and I am really annoyed.',
    'I apologise for the double charge. I have refunded the second one.',
    'I apologise for the double charge. I have refunded the second one. Maybe learn to read the page next time.',
    tone,
  ],
  [
    'stop-whining',
    'The heating has been off for three days and my baby is cold.',
    'I am so sorry your baby is in a cold flat. An engineer is on the way.',
    'I am so sorry your baby is in a cold flat. An engineer is on the way. Now stop whining.',
    tone,
  ],
  [
    'stupid-question',
    'How do I switch off the alarm? It keeps ringing and the neighbours are angry.',
    'Sorry about the noise. Hold the red button for five seconds and it stops.',
    'Sorry about the noise. Hold the red button for five seconds and it stops. What a stupid question.',
    tone,
  ],
  [
    'get-a-life',
    'I have written four times about my missing refund. This is a disgrace.',
    'I am sorry you had to write four times. The refund left us today.',
    'I am sorry you had to write four times. Get a life.',
    tone,
  ],
  [
    'pathetic',
    'Your app deleted my photos and I am devastated.',
    'I am so sorry about your photos. We restored them from the backup.',
    'I am so sorry about your photos. Crying over pictures is pathetic though.',
    tone,
  ],
  [
    'liar',
    'The driver never rang the bell and now my parcel is gone.',
    'Sorry about the parcel. I will ring the depot now and call you back at three.',
    'Sorry about the parcel. But frankly I think you are lying.',
    tone,
  ],
  [
    'not-my-problem',
    'My flight was cancelled and I am stranded with two kids.',
    'I am sorry you are stranded with the kids. I booked you on the flight at nine.',
    'I am sorry you are stranded with the kids. That is not my problem.',
    tone,
  ],
  [
    'shut-up',
    'This is the worst service ever, nobody helps me!',
    'I am sorry nobody has helped you so far. Tell me the order number and I will do it now.',
    'I am sorry. Now shut up and tell me the order number.',
    tone,
  ],
];

const politeWordsRudeSense: readonly Worsened[] = [
  [
    'all-due-respect',
    'I was charged a fee that nobody told me about. I am upset.',
    'Thank you for telling us. The fee is refunded, and I am sorry it came as a surprise.',
    'With all due respect, reading the page would have helped you.',
    tone,
  ],
  [
    'kindly-remind',
    'The part you sent does not fit and I have wasted a whole day.',
    'I am sorry about the wasted day. The right part leaves today.',
    'May I kindly remind you that checking the size is something most of our customers manage.',
    tone,
  ],
  [
    'thank-you-for-opinion',
    'You lost my luggage and nobody answers the phone! I am furious.',
    'I am sorry about your luggage. I have found it in Oslo and it lands tonight.',
    'Thank you for your opinion. Other passengers label their bags properly.',
    tone,
  ],
  [
    'as-any-adult',
    'The website would not take my card and now the sale is over. So frustrating.',
    'That is frustrating, and I am sorry. I have given you the sale price.',
    'Dear customer, any adult would have tried a second card.',
    tone,
  ],
  [
    'bless-you',
    'I still have no internet and I work from home, this is costing me money.',
    'I am sorry that it costs you money. The line is fixed, please restart the router.',
    'Bless you for trying. Perhaps ask somebody who understands computers.',
    tone,
  ],
  [
    'respectfully',
    'I waited six hours for a technician who never came.',
    'I am sorry you waited six hours for nobody. He comes at eight tomorrow, and I will check myself.',
    'Respectfully, if six hours is a problem you may want to manage your time better.',
    tone,
  ],
  [
    'enjoy',
    'My cake arrived crushed on my son’s birthday.',
    'I am so sorry about the birthday cake. A new one is on its way.',
    'A crushed cake still tastes like cake. Enjoy!',
    tone,
  ],
];

const blamingApologies: readonly Worsened[] = [
  [
    'you-feel',
    'You sent my medicine to the wrong house and I went two days without it.',
    'I am sorry. We sent it to the wrong house, and that should not have happened.',
    'I am sorry you feel that way, but you should have checked the address.',
    fault,
  ],
  [
    'if-you-had',
    'My booking is gone and I am standing at the hotel in the rain.',
    'I am sorry you are standing in the rain. We lost the booking, and I have a room for you next door.',
    'I am sorry, but if you had printed the confirmation you would not be in the rain.',
    fault,
  ],
  [
    'misunderstood',
    'Your colleague told me it was free and now there is a bill of 90 euros!',
    'I am sorry. We told you the wrong thing, so the bill is cancelled.',
    'I am sorry that you misunderstood my colleague.',
    fault,
  ],
  [
    'your-own-fault',
    'The wardrobe fell apart after a week and nearly hit my daughter.',
    'I am so sorry, that must have been a terrible fright. We collect it today and refund it.',
    'I am sorry, but it was your own fault because you did not fix it to the wall.',
    fault,
  ],
  [
    'apologise-but',
    'I was on hold for an hour and then you cut me off. Unbelievable!',
    'I apologise for the hour on hold and the cut line. That was our fault.',
    'We apologise, but you called at the busiest time.',
    fault,
  ],
  [
    'sorry-if',
    'Your driver shouted at my mother and she is still crying.',
    'I am so sorry for what our driver did to your mother. That is never all right.',
    'Sorry if anybody was upset, although she must have provoked him.',
    fault,
  ],
  [
    'inconvenience-you-caused',
    'The wrong size came for the second time, this is ridiculous.',
    'I am sorry that we got the size wrong twice. The right one is on its way.',
    'Apologies, but you ordered the wrong size again.',
    fault,
  ],
];

const sweetSarcasm: readonly Worsened[] = [
  [
    'so-sorry',
    'The shirt came with a hole and the party is tonight!',
    'I am sorry about the hole, tonight of all nights. The shop on Mill Road has one for you.',
    'Oh no, a hole, how will you ever survive the party.',
    tone,
  ],
  [
    'poor-you',
    'I have to wait another week? I already waited two.',
    'I know two weeks were long already, and I am sorry. I have asked for express.',
    'Poor you, a whole week, the world must be ending.',
    tone,
  ],
  [
    'congratulations',
    'It still does not work, you said it would!',
    'I am sorry that it still does not work. Let us try the other cable.',
    'Congratulations, you have managed to break it twice.',
    tone,
  ],
  [
    'wow-thanks',
    'Nobody has answered me since Monday, are you even there?',
    'I am sorry that nobody answered since Monday. I am here now and looking at it.',
    'Wow, thanks so much for your endless patience, Your Majesty.',
    tone,
  ],
  [
    'genius',
    'I pressed the button and now everything is deleted. I am in a panic.',
    'Do not worry, everything is in the bin and I can bring it back with you now.',
    'Well done, genius, that is what the delete button does.',
    tone,
  ],
  [
    'boo-hoo',
    'My holiday was ruined because of your cancellation!',
    'I am sorry that our cancellation ruined your holiday. I have refunded all of it.',
    'Boo hoo, no beach for you this year.',
    tone,
  ],
];

const kinds: Record<string, readonly Worsened[]> = {
  'an insult after the apology': insultAfterApology,
  'polite words, rude sense': politeWordsRudeSense,
  'an apology that blames': blamingApologies,
  'sweet sarcasm': sweetSarcasm,
};

export const fallingPairs: readonly FallingPair[] = Object.entries(kinds).flatMap(([kind, pairs]) =>
  pairs.map(([id, customer, decent, worse, falls]) => {
    const dialogue = (reply: string) =>
      conversationOf(id, [
        { role: 'customer', author: 'Ann', text: customer },
        { role: 'agent', author: 'Ben', text: reply },
      ]);
    return { id, kind, before: dialogue(decent), after: dialogue(worse), falls };
  }),
);

/** A step down in one of the qualities named, and the scores together are lower. */
export const sinks = (pair: FallingPair): boolean => {
  const differences = differencesOf(pair);
  const fell = differences.some(
    ({ quality, before, after }) =>
      pair.falls.includes(quality) && before !== null && after !== null && before - after >= 25,
  );
  return fell && meanOf(differences.map(({ after }) => after)) < meanOf(differences.map(({ before }) => before));
};

const meanOf = (scores: readonly (number | null)[]): number => {
  const given = scores.filter((score) => score !== null);
  return given.reduce((sum, score) => sum + score, 0) / Math.max(1, given.length);
};
