import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'active-listening',
  why: 'A question that is passed over has to be asked again, and the second time it is asked with less patience. Customers who must repeat what they have already said conclude that nobody reads. Answering everything once is also the quickest way to the end of the conversation.',
  looksLike:
    'Every question in the message has its answer, in the same order. Nothing is asked that stands in the message already.',
  examples: [
    {
      title: 'Two questions in one message',
      turns: [
        {
          role: 'customer',
          text: 'My order number is LF-31977, the brass lamp. The glass came broken. Do I have to send it back? And how long does a new one take?',
        },
      ],
      before: {
        text: 'Thank you for your message. What is your order number?',
        because: 'Two questions open, and one asked that was answered.',
      },
      after: {
        text: 'I’m sorry the glass of the brass lamp came broken. No, you do not have to send it back. A new one takes two days: it left us today under LF-31977.',
        because: 'Two questions, two answers, in their order.',
      },
    },
    {
      title: 'What was said already',
      turns: [
        {
          role: 'customer',
          text: 'My order number is LF-20418. I ordered two blue jackets in size M and received two red ones. Can you send the blue ones instead?',
        },
      ],
      before: {
        text: 'Please give me your order number and tell me what you ordered.',
        because: 'Both stand in the message above.',
      },
      after: {
        text: 'I can see LF-20418: two blue jackets in size M, and you received red ones instead. Yes, I have sent the two blue ones today, and a label for the red ones is in your mail.',
        because: 'It works with what was said, and answers what was asked.',
      },
    },
  ],
  habits: [
    'Count the question marks before you answer, and again before you send.',
    'Look for the order number in the message before you ask for it.',
    'Where you cannot answer one yet, say so and say when.',
  ],
  exercise:
    'Take three long messages. Underline every question and every fact. Write the reply, then tick each underlined place that it takes up. Anything without a tick is your next message from that customer.',
};
