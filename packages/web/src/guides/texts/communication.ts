import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'communication',
  why: 'Most customers read on a phone, in a queue, once. Long sentences and house words make them write again. What is possible, said plainly, helps; what is forbidden, said officially, does not.',
  looksLike:
    'Short sentences. Steps on lines of their own. Words the customer would use. What can be done comes before what cannot.',
  examples: [
    {
      title: 'House words',
      turns: [{ role: 'customer', text: 'How do I send the jacket back?' }],
      before: {
        text: 'Pursuant to our returns policy the RMA process must be initiated via the portal whereupon the authorisation is issued and subsequently the merchandise, provided that it has been deemed eligible in accordance with the aforementioned terms and that the original packaging has been retained, is to be dispatched at the consignee’s expense to the designated facility within the applicable time frame.',
        because: 'One sentence, eleven words that nobody says aloud.',
      },
      after: {
        text: 'It takes three short steps:\n1. Open your order and click “Return”.\n2. Print the label.\n3. Drop the parcel at any post office.\nYou will have your money back within five days.',
        because: 'Steps as steps, and the end they lead to.',
      },
    },
    {
      title: 'Only what is not',
      turns: [{ role: 'customer', text: 'Is the green kettle in stock again?' }],
      before: {
        text: 'Unfortunately we cannot say. It is not possible to reserve it, we do not call customers, and you must not order by phone.',
        because: 'Four doors shut, none open.',
      },
      after: {
        text: 'The green kettle will be back on 4 May. You can leave your address on its page, and you will get a message on the morning it arrives. The blue one is here today.',
        because: 'What they can do, and when.',
      },
    },
  ],
  habits: [
    'One idea in one sentence. Then a full stop.',
    'Say what you can do before what you cannot.',
    'Where there are steps, number them.',
  ],
  exercise:
    'Take your longest reply of the week and cut it to half its words without losing a fact. Then read both on your phone, standing up.',
};
