/** Made-up messages with answers that leave something out, to see the check at work. */

export interface TryExample {
  customerText: string;
  draft: string;
}

export const examples: readonly TryExample[] = [
  {
    customerText:
      'Hi, order LO-20731. My tent was meant to arrive Wednesday. It’s my daughter’s first camping trip and we leave Saturday at 6 am. I’ve moved work twice to be home for deliveries that never came. Can you tell me where it is?',
    draft:
      'Hi Joanna, thanks for contacting us. The carrier shows the parcel as delayed at the Reno depot. Estimated delivery is Monday. Let me know if I can help with anything else.',
  },
  {
    customerText:
      'This is the third time I’m writing about the same refund. You took the money for the boots twice on 2 May, and my rent bounced because of it. When will I have it back, and who pays the bank’s fee?',
    draft:
      'Dear customer, unfortunately refunds can take up to 14 business days as per our policy. You should have contacted your bank first. We will look into it.',
  },
  {
    customerText:
      'The zip of the sleeping bag broke on the first night, at minus four. We drove home at 2 am with a six-year-old. I love your shop and I have bought here for ten years, so I hope you can sort this out. Do I have to send it back first?',
    draft:
      'I’m so sorry: a broken zip at minus four, with your little one, and the drive home in the dark. Thank you for ten years with us. You don’t have to send it back first. I’ll send a new one today, and you’ll have the tracking number by 5 pm. Does that work for you?',
  },
];
