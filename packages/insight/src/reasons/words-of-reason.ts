/**
 * What a sentence is about, as words in a rough common form: "parcels never arrived" and "my parcel has not arrived" meet
 * in parcel and arriv. Feelings, politeness and grammar are left out: they say how somebody feels, not about what.
 *
 * @example wordsOfReason('My parcel never arrived!').map(({ stem }) => stem) // ['parcel', 'arriv']
 */
export interface ReasonWord {
  stem: string;
  /** As it stands in the sentence, in small letters. */
  said: string;
}

/** Long sentences are cut: what somebody wants stands early, and time must not grow with rambling. */
const mostWords = 24;

export function wordsOfReason(text: string): ReasonWord[] {
  const found = new Map<string, ReasonWord>();
  const plain = withoutAddresses(text.toLowerCase().replaceAll('’', "'"));
  for (const [said] of plain.matchAll(/[\p{L}\d][\p{L}\d']*/gu)) {
    const stem = stemOf(said);
    if (stem !== null && !found.has(stem)) found.set(stem, { stem, said });
    if (found.size >= mostWords) break;
  }
  return [...found.values()];
}

/** Whether a word, in small letters, says what something is about. */
export const isNamingWord = (word: string): boolean => stemOf(word) !== null;

/** Web and mail addresses, handles and tags name somebody, not something. */
export const withoutAddresses = (text: string): string => text.replaceAll(addresses, ' ');

const addresses = /https?:\/\/\S+|www\.\S+|\S*@\S+|#\S+|\[[a-z ]+\]/g;

function stemOf(word: string): string | null {
  // Numbers name one case (an order, an amount), never a kind of cases.
  if (/\d/.test(word) || word.length < 3 || word.length > 30 || empty.has(word)) return null;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  const bare = word.replace(/'s?$/, '');
  if (empty.has(bare)) return null;
  if (bare.length < 5) return bare.length === 4 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, 3) : bare;
  const stem = bare
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ating|ated)$/, 'at')
    .replace(/(?:ments?|ness|ally|ly)$/, '')
    .replace(/(?:ing|ed|es|s|e)$/, '')
    .replace(/([^aeious])\1$/, '$1');
  return stem.length < 3 ? bare : stem;
}

const irregular = new Map(
  Object.entries({
    broke: 'break',
    broken: 'break',
    lost: 'lose',
    losing: 'lose',
    stole: 'steal',
    stolen: 'steal',
    paid: 'pay',
    paying: 'pay',
    payment: 'pay',
    payments: 'pay',
    sent: 'send',
    bought: 'buy',
    flew: 'fly',
    flights: 'flight',
    took: 'take',
    taken: 'take',
    delivery: 'deliver',
    deliveries: 'deliver',
    refunded: 'refund',
    cancellation: 'cancel',
    cancelled: 'cancel',
    canceled: 'cancel',
    cancelling: 'cancel',
    cancelation: 'cancel',
    late: 'late',
    later: 'late',
    delayed: 'delay',
    delays: 'delay',
    charges: 'charg',
    fees: 'fee',
    fee: 'fee',
    baggage: 'bag',
    luggage: 'bag',
    bags: 'bag',
    bag: 'bag',
  }),
);

const empty = new Set(
  `a about above absolutely actually after again against ago all almost already also although always am amazing an and angry annoyed
  another any anybody anymore anyone anything anyway anyways apologies apologise are aren aren't around as ask asked asking at awful away awesome back bad
  badly be became because been before began being believe below best better between big bit both but by bye call called calling came can can't
  cannot cant care cause certain check clear clearly come comes coming company completely contact could couldn couldn't course crap customer customers
  damn day days dear definitely did didn didn't didnt different disappointed disappointing disgusting do does doesn doesn't doesnt doing don
  don't done dont down due during each early either else end enough entire especially even ever every everyone everything exactly except
  excuse expect expected explain fact far feel feeling felt few figure finally find fine first five folks for forever found four from
  frustrated frustrating frustration full fully furious further gave get gets getting girl give given gives giving glad go goes going gone gonna good
  got gotten great guess guy guys had hadn half happen happened happening happens happy hard has hasn hasn't hate have haven haven't
  having he hear heard hell hello help helped helpful helping her here hers hey hi high him his hold honestly hope hoping horrible hour hours how however
  hundred i i'd i'll i'm i've idea if ignored im in instead into is isn isn't issue issues it it's its itself ive just keep keeps kept kidding kind knew know known
  last lately least less let lets let's like likely literally little live lmao lol long longer look looked looking lot lots love lovely made mad main make makes making
  man many matter may maybe me mean means meant might mind mine minute minutes miss mom month months more morning most much must my myself name near
  need needed needs never new next nice night no nobody none nope nor not nothing now number of off offered often ok okay old on once one ones
  only onto or other others our ours out over own people per perhaps person piece place plain please plus point poor possible pretty previous
  probably problem problems promised put question questions quick quite rather read ready real realise really reason received receive regards rep replied reply
  respond response ridiculous right rude sad said same sat saw say saying says second see seem seems seen seriously service services several shall she should shouldn
  shouldn't show simply since sir situation six so some somebody somehow someone something sometimes somewhat somewhere soon sorry sort speak
  spent staff start started still stop stopped stuff stupid such suddenly suggest supposed sure surely talk talking team tell telling ten terrible than thank
  thanks that that's thats the their theirs them themselves then there there's these they they're they've thing things think thinking thirty this those though
  thought thousand three through thru till time times to today together told tomorrow tonight too took totally tried try trying twenty twice two type u um under
  understand unable understood unacceptable unbelievable unfortunately unhappy unless until up upon upset ur urgent us use used useless using usual usually very
  via wait waited waiting want wanted wants was wasn wasn't wasnt waste way we we'd we'll we're we've week weeks well went were weren weren't what
  what's whatever whats when where whether which while who who's whole whom whose why will wish with within without woman won won't wonder wondering wont word words work worked
  working works world worse worst would wouldn wouldn't wrong wtf yeah year years yep yes yesterday yet you you'd you'll you're you've your
  yours yourself zero mother father mum mom mam dad parents son sons daughter wife husband baby child children kid kids brother sister
  grandma grandmother friend friends family colleague colleagues neighbour lady gentleman hiya cheers oi muppet crook crooks thief thieves thieving cow cows clown
  clowns idiot idiots liar liars scam scammers joke shame monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december noon evening afternoon weekend min mins sec secs message messages mail mails email emails answer answers
  page pages left everywhere nowhere apparently entirely half quarter dozen couple cos cuz bc pls plz thx etc innit`
    .split(/\s+/)
    .filter(Boolean),
);
