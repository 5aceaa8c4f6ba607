/** Things asked again, fixes, thanks, several agents, and the forms that conversations come in. */
import { agent, atLeastPartly, customer, type HardCase, notMet } from './hard-case.ts';

export const hardCasesOfCraft: readonly HardCase[] = [
  {
    about: 'something told is asked again',
    id: 'order-number',
    turns: [
      customer('My order LO-20731 came without the lid.'),
      agent('Sorry about the missing lid. Could you give me your order number?'),
      customer('I just told you, LO-20731.'),
      agent('Thank you, the lid is on its way.'),
    ],
    accept: { 'active-listening': notMet },
  },
  {
    about: 'something told is asked again',
    id: 'photo',
    turns: [
      customer('The chair has a crack, I attached a photo of it.'),
      agent('Please send us a photo of the crack.'),
      customer('It is in my first message!'),
      agent('Found it, sorry. A new chair leaves today.'),
    ],
    accept: { 'active-listening': notMet },
  },
  {
    about: 'the fix before the acknowledgement',
    id: 'funeral-flowers',
    turns: [
      customer('The flowers for my dad’s funeral never came. I am heartbroken and so angry.'),
      agent('I have refunded your card.'),
      customer('That is all you have to say?'),
      agent('Having no flowers at your dad’s funeral is awful, and I am so sorry.'),
    ],
    accept: { empathy: notMet },
  },
  {
    about: 'the fix before the acknowledgement',
    id: 'cake',
    turns: [
      customer('You dropped off a crushed cake and my son’s birthday party is in an hour! I am in tears.'),
      agent('A new one has been ordered. Delivery is at five.'),
    ],
    accept: { empathy: notMet, 'people-first': notMet },
  },
  {
    about: 'the same fix again after it failed',
    id: 'restart',
    turns: [
      customer('The router keeps dropping the line.'),
      agent('Please restart the router.'),
      customer('I restarted it and it still drops the line.'),
      agent('Please restart the router.'),
      customer('I did, it still does not work!'),
      agent('Please restart the router once more.'),
    ],
    accept: { adaptability: notMet },
  },
  {
    about: 'the same fix again after it failed',
    id: 'clear-cache',
    turns: [
      customer('The app shows a white page.'),
      agent('Clear the cache and open the app again.'),
      customer('I cleared the cache, no difference, still white.'),
      agent('You need to clear the cache and open the app again.'),
    ],
    accept: { adaptability: notMet },
  },
  {
    about: 'thanks by macro',
    id: 'contacting-us',
    turns: [
      customer(
        'I wrote down all the times when the alarm went off, see the list. Thank you for looking into it, you are great.',
      ),
      agent('Thank you for contacting us. Your feedback is important to us.'),
    ],
    accept: { appreciation: notMet },
  },
  {
    about: 'thanks by macro',
    open: 'the thanks at the end open nothing',
    id: 'patience',
    turns: [
      customer('Just so you know, the sign at gate 4 points the wrong way. And thanks for the quick answer yesterday!'),
      agent('Thank you for your patience and understanding.'),
    ],
    accept: { appreciation: notMet },
  },
  {
    about: 'specific thanks',
    id: 'list',
    turns: [
      customer('I wrote down all the times when the alarm went off, see the list.'),
      agent('Thank you for writing down every alarm, that list showed us the fault in a minute.'),
    ],
    accept: { appreciation: ['met', 'none'] },
  },
  {
    about: 'specific thanks',
    open: 'no rule of appreciation sees it',
    id: 'sign',
    turns: [
      customer('Just so you know, the sign at gate 4 points the wrong way. Thanks for the quick answer yesterday!'),
      agent('Thank you for telling us about the sign at gate 4, somebody is turning it right now.'),
    ],
    accept: { appreciation: ['met'] },
  },
  {
    about: 'two agents, each judged alone',
    id: 'rude-then-kind, the kind one',
    turns: [
      customer('You lost my luggage and my medicine is in it! I am scared.'),
      agent('Not my problem. Fill in the form.'),
      customer('What? I need my medicine!'),
      agent(
        'Being without your medicine is frightening, and I am so sorry. I have sent a courier to the airport for it.',
        'Cleo',
      ),
    ],
    accept: { professionalism: ['met'], empathy: ['met'] },
    of: 'Cleo',
  },
  {
    about: 'two agents, each judged alone',
    id: 'rude-then-kind, the rude one',
    turns: [
      customer('You lost my luggage and my medicine is in it! I am scared.'),
      agent('Not my problem. Fill in the form.'),
      customer('What? I need my medicine!'),
      agent(
        'Being without your medicine is frightening, and I am so sorry. I have sent a courier to the airport for it.',
        'Cleo',
      ),
    ],
    accept: { professionalism: notMet, empathy: ['missed'] },
    of: 'Ben',
  },
  {
    about: 'no opportunity',
    id: 'opening-hours',
    turns: [customer('What time do you open on Sunday?'), agent('We open at ten on Sunday.')],
    accept: { empathy: ['none'], adaptability: ['none'], 'emotional-intelligence': ['none'] },
  },
  {
    about: 'no opportunity',
    id: 'invoice',
    turns: [
      customer('Hello, could you send me the invoice for May? Thanks.'),
      agent('Of course, I have just sent the invoice for May to your e-mail address.'),
    ],
    accept: { empathy: ['none'], 'emotional-intelligence': ['none'], patience: ['none', 'met'] },
  },
  {
    about: 'two-message tweets',
    open: 'weighing lowers a named case to partly',
    id: 'delayed',
    turns: [
      customer('@RailCo stuck outside Crewe for 2 hrs no info no water, absolute joke'),
      agent(
        '@ann Two hours outside Crewe with no water is not on, sorry Ann. Staff are bringing water now, moving at 14:20. ^BK',
      ),
    ],
    accept: { empathy: ['met'], 'problem-solving': atLeastPartly, professionalism: ['met'] },
  },
  {
    about: 'two-message tweets',
    id: 'dm-us',
    turns: [
      customer('@ShopCo third time my order is missing items!! useless'),
      agent('@ann Please DM us your order number. ^JB'),
    ],
    accept: { empathy: notMet },
  },
  {
    about: 'e-mails with signatures',
    id: 'footer',
    turns: [
      customer(
        'Hello,\n\nthe pump you installed leaks and our cellar is flooded. This is a disaster.\n\nRegards\nAnn Lee\nSent from my iPhone',
      ),
      agent(
        'Dear Ms Lee,\n\nplease fill in the attached form.\n\nKind regards\nBen Carter\n-- \nPumps & More Ltd | We care about you\nThank you for your trust. We are sorry for nothing less than perfection.',
      ),
    ],
    accept: { empathy: ['missed'] },
  },
  {
    about: 'e-mails with signatures',
    id: 'quoted-below',
    turns: [
      customer('Hello,\n\nthe pump you installed leaks and our cellar is flooded. This is a disaster.\n\nAnn Lee'),
      agent(
        'Dear Ms Lee,\n\na flooded cellar is a nightmare, and I am sorry that our pump caused it. Two men with a dryer are on their way.\n\nBen Carter\n\nOn Mon, 3 Mar 2025, Ann Lee <ann@lee.example> wrote:\n> This is a disaster.\n> You should have read the manual.',
      ),
    ],
    accept: { empathy: ['met'], professionalism: ['met'], 'problem-solving': atLeastPartly },
  },
  {
    about: 'call transcripts',
    id: 'with-uh',
    turns: [
      customer('uh yeah hi um so my my card got swallowed by the machine and i have no cash and my kid is uh waiting'),
      agent(
        'oh no um being stuck with no cash and your kid waiting that is horrible uh let me block the card and um i will get you emergency cash right now',
      ),
    ],
    accept: { empathy: ['met'], 'problem-solving': atLeastPartly, professionalism: ['met'] },
  },
  {
    about: 'call transcripts',
    id: 'with-uh, cold',
    turns: [
      customer('um i am i am really upset because uh the nurse never came and my husband he cannot get up'),
      agent('uh okay um so what is the uh policy number'),
    ],
    accept: { empathy: ['missed'] },
  },
];
