/**
 * Sentences that fit every case and therefore show nobody that theirs was read.
 * They do no harm; standing alone they are half of what was called for.
 */
export interface Cue {
  /** Lower case, straight apostrophes. */
  pattern: RegExp;
  note: string;
  /** What would say the same and be about this customer. */
  kinder: string;
}

export const stockCare: readonly Cue[] = [
  {
    pattern: /\b(?:any|the|this|all|for) (?:in)?conveniences?\b|\binconveniences? (?:caused|this)/,
    note: 'An inconvenience is what it is to the company.',
    kinder: 'Say what it cost them: the evening, the trip, the money.',
  },
  {
    pattern:
      /\b(?:completely|totally|fully|absolutely|certainly|truly|really|do|can)? ?(?:understand|appreciate|hear|get)s? (?:your|the|how|that|why) ?(?:you(?:'re| are| feel)?|it|this|must|may)? ?(?:\w+ )?(?:frustrat\w+|concerns?|disappoint\w+|upset\w*|worry|feel(?:ing)?s?|anger|annoy\w+|this|situation|is)\b/,
    note: 'Understanding is claimed; nothing shows what was understood.',
    kinder: 'Name the thing: "A week without heating, with a baby in the house."',
  },
  {
    pattern:
      /^(?:oh )?(?:i|we) (?:do |can |totally |completely |fully |certainly )?(?:understand|hear you|get it|see)\W*$/,
    note: 'Says that it was understood without saying what.',
    kinder: 'Play back the one fact that hurts.',
  },
  {
    pattern:
      /\b(?:sorry|apologi[sz]e|apologies|regret)\b.{0,40}\b(?:experience|issues?|problems?|troubles?|difficult(?:y|ies)|delay|confusion|this|that|about it|late (?:reply|response))\W*(?:you(?:'ve| have)? (?:had|been having|are having|experienced|faced))?\W*$/,
    note: 'Regret for a class of things.',
    kinder: 'Regret this one: what happened, and to whom.',
  },
  {
    pattern:
      /^(?:(?:i'm|i am|we're|we are|oh|so|very|really) )*(?:sorry|apologies|my apologies|our apologies)(?: \w+)?\W*$/,
    note: 'The bare word.',
    kinder: 'Add for what.',
  },
  {
    pattern:
      /\bsorry to (?:hear|read|see|learn) (?:this|that|about this|about that|about your (?:issue|problem|experience|trouble))\W*$/,
    note: 'Fits every complaint.',
    kinder: 'Finish the sentence with their words.',
  },
];

/** Words that weigh what happened, as a person would who had seen it. */
export const weighing =
  /\b(?:awful|horrible|terrible|dreadful|rotten|miserable|nasty|shameful|unfair|not fair|no fun|scary|frightening|stressful|maddening|exhausting|gutting|heartbreaking|infuriating|upsetting|annoying|frustrating|disappointing|unacceptable|not (?:ok|okay|acceptable|good enough|what you|how it should)|must (?:be|have been|feel)|that's a (?:lot|long|horrible|rough|hard|real)|the last thing|(?:you )?(?:deserve|should(?:n't| not)? have had)|no wonder|i'd be (?:\w+ )?(?:too|upset|angry|cross|livid|worried|furious)|(?:any|no)(?:body|one) (?:would|needs|wants)|too long|far too|long enough|nobody should|what a|of course you(?:'re| are| were| feel)|every (?:right|reason)|no joke|is a lot|a bad (?:one|spot|day|night|week|moment)|(?:that|this) is not on|ashamed|heart sinks?|sinking feeling|nightmare|rough|hard to (?:hear|read|take)|let (?:you|him|her|them) down|(?:makes|made) it worse|nobody (?:wants|needs)|you(?:'ve| have) (?:waited|been (?:waiting|patient|passed|sent|told))|(?:after|for) all that)\b/;

/** "Sorry, but …", "I'm afraid …": the word of regret opens a no and regrets nothing. */
export const opensNo =
  /\bsorry,? (?:but|i (?:can|do|don|am|was|could)|we (?:can|do|don|are|could)|that|this|the|there)\b|\bi'm afraid\b|^(?:oh )?sorry[,.?]? (?:what|who|which|could|can|i)\b/i;

export const isStockCare = (text: string): boolean => {
  const plain = text.toLowerCase().replaceAll('’', "'");
  return stockCare.some(({ pattern }) => pattern.test(plain));
};
