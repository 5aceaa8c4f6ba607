/** Replies that somebody might try to lift: a cold one, a plain one, a warm one. `head` and `tail` meet inside a sentence. */
export interface GamingBase {
  id: string;
  customer: string;
  /** What the agent wrote before the sentence that may be broken into. */
  kind: string;
  head: string;
  tail: string;
}

export const gamingBases: readonly GamingBase[] = [
  {
    id: 'cold',
    customer:
      'The washing machine you delivered floods my kitchen every time and I have two babies at home. I am furious, when will somebody come?',
    kind: 'Read page nine of the manual about the inlet hose first.',
    head: 'A visit takes fourteen days',
    tail: 'and you have to be in all day.',
  },
  {
    id: 'plain',
    customer:
      'My parcel was meant to come on Tuesday and it is still not here. Where is it and can I change the address?',
    kind: 'Your parcel is at the depot in Leeds, waiting for a driver.',
    head: 'I have moved it to the van that leaves tomorrow morning',
    tail: 'so it will be with you before noon.',
  },
  {
    id: 'warm',
    customer:
      'You cancelled our hotel the night before my daughter’s wedding and nobody told us. I am in tears. What are we going to do now?',
    kind: 'Losing the rooms the night before your daughter’s wedding is awful, and not telling you was our mistake.',
    head: 'I have booked four rooms at the Harbour Inn for tonight',
    tail: 'and paid the difference myself.',
  },
];
