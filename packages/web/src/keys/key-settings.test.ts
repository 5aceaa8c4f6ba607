import { describe, expect, it } from 'vitest';
import { conflictOf, keyOf, parseKeySettings, plainKeySettings, withKey } from './key-settings.ts';

describe('stored key settings', () => {
  it('come back as they were kept', () => {
    const moved = withKey(plainKeySettings, 'next', 'L');
    expect(parseKeySettings(JSON.stringify(moved))).toEqual(moved);
  });

  it('fall back to the plain keys when they are not ours', () => {
    expect(parseKeySettings(null)).toEqual(plainKeySettings);
    expect(parseKeySettings('{{')).toEqual(plainKeySettings);
    expect(parseKeySettings('[1]')).toEqual(plainKeySettings);
    expect(parseKeySettings('{"moved":{"next":7,"palette":"J","nonsense":"Q"}}')).toEqual(plainKeySettings);
  });

  it('remember that single keys are off', () => {
    expect(parseKeySettings('{"singleKeysOn":false}').singleKeysOn).toBe(false);
  });
});

describe('moving a key', () => {
  it('forgets a key that is back at its own place', () => {
    const there = withKey(plainKeySettings, 'next', 'L');
    expect(keyOf(there, 'next')).toBe('L');
    expect(withKey(there, 'next', 'J')).toEqual(plainKeySettings);
  });

  it('names the action in the way, where both could be meant', () => {
    expect(conflictOf(plainKeySettings, 'next', 'X')).toBe('select');
    expect(conflictOf(plainKeySettings, 'next', '?')).toBe('help');
  });

  it('lets actions of different places share a key', () => {
    expect(conflictOf(plainKeySettings, 'finish', 'X')).toBeNull();
  });
});
