import type { PlanSpeaker } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { asksForSpeakers, isStillGuess, rolesOf, sortSpeakers, whoIsScored } from './speaker-choice.ts';

const speaker = (name: string, role: PlanSpeaker['role'], sure: boolean, turns: number): PlanSpeaker => ({
  name,
  role,
  sure,
  turns,
  sample: '',
});
const speakers = [
  speaker('Caller', 'customer', true, 40),
  speaker('Zoe', 'customer', false, 30),
  speaker('Mara', 'agent', false, 9),
];

describe('the choice of who speaks', () => {
  it('asks only while a role is a guess', () => {
    expect(asksForSpeakers({ speakers })).toBe(true);
    expect(asksForSpeakers({ speakers: speakers.slice(0, 1) })).toBe(false);
    expect(asksForSpeakers({})).toBe(false);
  });

  it('puts guesses first, of those the agents, then who spoke most', () => {
    expect(sortSpeakers(speakers).map(({ name }) => name)).toEqual(['Mara', 'Zoe', 'Caller']);
  });

  it('marks a role as guessed until a person chooses another', () => {
    const [, , mara] = speakers;
    const roles = rolesOf({ speakers });
    expect(mara && isStillGuess(mara, roles)).toBe(true);
    expect(mara && isStillGuess(mara, { ...roles, Mara: 'customer' })).toBe(false);
  });

  it('says whose words are scored, and warns when nobody’s are', () => {
    expect(whoIsScored(rolesOf({ speakers }))).toBe('What Mara wrote or said is scored.');
    expect(whoIsScored({ Ann: 'agent', Ben: 'agent', Cy: 'customer' })).toBe(
      'What Ann and Ben wrote or said is scored.',
    );
    expect(whoIsScored({ Ann: 'customer' })).toMatch(/Nobody is an agent/);
    expect(whoIsScored({ a: 'agent', b: 'agent', c: 'agent', d: 'agent' })).toMatch(/^4 of them/);
  });
});
