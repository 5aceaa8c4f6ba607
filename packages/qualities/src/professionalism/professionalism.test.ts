import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { professionalism } from './professionalism.ts';

describe('professionalism', () => {
  it('opens one moment in every conversation', () => {
    const reading = madeReading([
      { from: 'customer', says: [['Hi.', 'greet']] },
      { from: 'Ana', says: [['Hello, how can I help?', 'greet']] },
    ]);
    expect(professionalism.findMoments(reading, 'Ana', {})).toMatchObject([{ verdict: 'met' }]);
  });

  it('rests on the insult where calm was hardest', () => {
    const reading = madeReading([
      { from: 'customer', mood: -1, says: [['You are all useless.', 'insult']] },
      { from: 'Ana', says: [['I will sort it out with you now.', 'own']] },
    ]);
    const [moment] = professionalism.findMoments(reading, 'Ana', {});
    expect(moment).toMatchObject({
      verdict: 'met',
      rule: 'calm-under-hostility',
      trigger: { quote: 'You are all useless.' },
    });
  });

  it('hears shouting, but not an abbreviation', () => {
    const shouted = madeReading([
      { from: 'customer', says: [['Where?', 'ask']] },
      { from: 'Ana', says: [['PLEASE READ WHAT THAT EMAIL SAYS.', 'instruct']] },
    ]);
    const plain = madeReading([
      { from: 'customer', says: [['Where?', 'ask']] },
      { from: 'Ana', says: [['Enter the IBAN and BIC under SEPA.', 'instruct']] },
    ]);
    expect(professionalism.findMoments(shouted, 'Ana', {})[0]).toMatchObject({ rule: 'shouting' });
    expect(professionalism.findMoments(plain, 'Ana', {})[0]).toMatchObject({ verdict: 'met' });
  });
});
