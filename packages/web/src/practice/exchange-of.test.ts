import { describe, expect, it } from 'vitest';
import { exchangeOf } from './exchange-of.ts';

describe('the exchange of a moment', () => {
  it('ends with the customer and leaves out what no person wrote', () => {
    const turn = (role: 'customer' | 'agent' | 'bot', text: string) => ({ role, author: role, text });
    expect(
      exchangeOf({ turns: [turn('bot', 'Hello!'), turn('customer', 'A'), turn('agent', 'B'), turn('customer', 'C')] }),
    ).toEqual({
      customerText: 'C',
      earlier: [
        { role: 'customer', text: 'A' },
        { role: 'agent', text: 'B' },
      ],
    });
  });
});
