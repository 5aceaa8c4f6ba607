import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { responsiveness } from './responsiveness.ts';

describe('responsiveness', () => {
  const asked = { from: 'customer', says: [['Where is it?', 'ask']] } as const;
  const reply = (waitSeconds: number) => ({ from: 'Ana', waitSeconds, says: [['On its way.', 'inform']] }) as const;

  it('measures by the channel', () => {
    const hours = 6 * 3600;
    expect(responsiveness.findMoments(madeReading([asked, reply(hours)], 'email'), 'Ana', {})[0]).toMatchObject({
      verdict: 'met',
    });
    expect(responsiveness.findMoments(madeReading([asked, reply(hours)], 'social'), 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
    });
    expect(responsiveness.findMoments(madeReading([asked, reply(hours)], 'chat'), 'Ana', {})[0]).toMatchObject({
      verdict: 'missed',
    });
  });

  it('takes a team’s own target', () => {
    const moments = responsiveness.findMoments(madeReading([asked, reply(600)], 'chat'), 'Ana', {
      targetSeconds: { chat: 900 },
    });
    expect(moments[0]).toMatchObject({ verdict: 'met' });
  });

  it('is missed when the customer had to ask for news, without any times', () => {
    const reading = madeReading([
      asked,
      { from: 'Ana', says: [['I will write tomorrow.', 'promise']] },
      { from: 'customer', mood: -0.5, says: [['Any news?', 'chase']] },
      { from: 'Ana', says: [['Soon.', 'inform']] },
    ]);
    expect(responsiveness.findMoments(reading, 'Ana', {})).toMatchObject([{ verdict: 'missed', rule: 'had-to-chase' }]);
  });

  it('does not count the days after thanks as a wait', () => {
    const reading = madeReading([
      asked,
      reply(30),
      { from: 'customer', mood: 0.5, says: [['Thank you!', 'thank']] },
      reply(3 * 86400),
    ]);
    expect(responsiveness.findMoments(reading, 'Ana', {}).map(({ verdict }) => verdict)).toEqual(['met']);
  });

  it('counts a first message as a wait however it is put, unless it only says thanks', () => {
    const closing = ['Thanks.', 'thank'] as const;
    const found = (says: (readonly [string, ...'thank'[]])[]) =>
      responsiveness.findMoments(madeReading([{ from: 'customer', says }, reply(14 * 3600)], 'social'), 'Ana', {});
    expect(found([['I want my old account back.'], closing])).toMatchObject([{ verdict: 'missed' }]);
    expect(found([closing])).toEqual([]);
  });
});
