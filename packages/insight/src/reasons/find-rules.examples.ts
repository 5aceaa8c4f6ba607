/**
 * Sentences of replies, written for this purpose: do they put a rule between the customer and what they want? The patterns
 * were tuned on `tuned`; `unseen` was written apart and is only measured. `refused`: the reply says no.
 */
export interface RuleExample {
  text: string;
  isRule: boolean;
  /** True unless said: rules are looked for in replies that refuse or apologise. */
  refused?: boolean;
}

const rule = (text: string): RuleExample => ({ text, isRule: true });
const other = (text: string, refused = true): RuleExample => ({ text, isRule: false, refused });

export const tuned: readonly RuleExample[] = [
  rule('Our policy only allows returns within 30 days.'),
  rule('Sale items are non-refundable.'),
  rule('As per our terms and conditions the deposit stays with us.'),
  rule('We can’t exchange opened cosmetics.'),
  rule('The warranty has expired, so the repair is chargeable.'),
  rule('There is a minimum order of £25 for free delivery.'),
  rule('Tickets are not transferable between dates.'),
  rule('Unfortunately we do not accept cheques.'),
  rule('The return window has closed.'),
  rule('Claims must be made within 14 days of delivery.'),
  rule('That would be against our rules.'),
  rule('We are unable to change the name on a booking.'),
  rule('According to the regulations we need the original receipt.'),
  rule('A restocking fee of ten per cent applies.'),
  rule('This item is final sale.'),
  rule('Damage by water is excluded.'),
  other('I am so sorry that your lamp broke.'),
  other('I will make an exception to the policy for you.'),
  other('Could you tell me your policy number?'),
  other('I am sorry for the wait, your parcel left this morning.'),
  other('The driver will be with you within two hours.', false),
  other('I cannot see it yet, but my colleague is looking.', false),
  other('You no longer need a receipt for that.'),
  other('We waived the cancellation fee for you.'),
  other('Please send me a photo of the box.'),
  other('I have refunded the delivery charge.'),
  other('Thank you for your patience.'),
  other('Sorry about the mix-up with your seats.'),
  other('The new part arrives on Friday.', false),
  other('Don’t worry about the deadline, I have moved it.'),
];

export const unseen: readonly RuleExample[] = [
  rule('Vouchers are only valid in the shop where they were bought.'),
  rule('I’m afraid we don’t offer refunds on downloaded films.'),
  rule('You would have to be a member for at least a year.'),
  rule('Our guidelines do not let us share another customer’s details.'),
  rule('The cancellation fee is due whatever the reason.'),
  rule('Pets are not allowed in the cottages.'),
  rule('We can’t deliver to a different address than the one on the card.'),
  rule('Gift cards cannot be turned into cash.'),
  rule('The offer is only available to new customers.'),
  rule('Under our rules the account holder has to call in person.'),
  rule('Refunds are only possible within 28 days of purchase.'),
  rule('Your contract has a minimum term of 24 months.'),
  rule('That is not covered by the guarantee.'),
  rule('We are not able to reserve a table for fewer than four people.'),
  rule('No exchanges on swimwear, for hygiene reasons.'),
  rule('Luggage above 20 kilos is not included in this fare.'),
  rule('The deadline for changes was yesterday, so the menu is fixed.'),
  rule('Our company rules say that two people must sign.'),
  other('I am sorry, I got your name wrong earlier.'),
  other('I can’t thank you enough for the photos.', false),
  other('It’s not possible to say yet when the line is back, I’ll write at noon.', false),
  other('Sorry that nobody called you back on Monday.'),
  other('I have passed this to the kitchen and will ring you by six.'),
  other('That must have been a horrible morning.'),
  other('Your refund is on its way and will be there within five days.'),
  other('We have extended your warranty by a year.'),
  other('I am sorry the lift is out of order; the engineer is here.'),
  other('I’ll gladly ask whether we can bend that for you.'),
  other('You can return it in any of our shops, no receipt needed.'),
  other('I have cancelled the second booking, nothing is charged.'),
  other('The heating should be on again by tonight.', false),
  other('I understand how tiring this is with a newborn.'),
  other('Here is the link to the form; it takes two minutes.'),
  other('My apologies for the wrong colour, the blue one is packed.'),
  other('We had a fault in our system last night, it is fixed now.'),
  other('If it happens again, write to me directly.'),
];
