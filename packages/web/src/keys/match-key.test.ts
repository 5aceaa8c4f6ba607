import { describe, expect, it } from 'vitest';
import type { KeyActionId } from './key-actions.ts';
import { plainKeySettings, withKey } from './key-settings.ts';
import { matchPress, nameOfPress, type Press } from './match-key.ts';

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  target: 'page',
  ...over,
});
const bound: KeyActionId[] = ['palette', 'help', 'go.focus', 'go.conversations', 'next', 'back', 'open', 'peek'];
const match = (one: Press, pending: string | null = null, settings = plainKeySettings) =>
  matchPress(one, pending, bound, settings);

describe('a key press', () => {
  it('runs the action printed on it, in either case', () => {
    expect(match(press('j')).run).toBe('next');
    expect(match(press('J')).run).toBe('next');
    expect(match(press(' ')).run).toBe('peek');
    expect(match(press('?')).run).toBe('help');
  });

  it('waits for the second key after G, and forgets it after a wrong one', () => {
    expect(match(press('g'))).toEqual({ run: null, pending: 'G' });
    expect(match(press('c'), 'G')).toEqual({ run: 'go.conversations', pending: null });
    expect(match(press('z'), 'G')).toEqual({ run: null, pending: null });
  });

  it('does not take J after G for "next"', () => {
    expect(match(press('j'), 'G').run).toBeNull();
  });

  it('keeps waiting through a bare modifier', () => {
    expect(match(press('Shift'), 'G').pending).toBe('G');
  });

  it('leaves typing alone, but not Ctrl K', () => {
    expect(match(press('j', { target: 'field' })).run).toBeNull();
    expect(match(press('k', { target: 'field', ctrlKey: true })).run).toBe('palette');
    expect(match(press('k', { metaKey: true })).run).toBe('palette');
  });

  it('leaves undo to the text while it is typed', () => {
    const undo = press('z', { ctrlKey: true });
    expect(matchPress(undo, null, ['undo'], plainKeySettings).run).toBe('undo');
    expect(matchPress({ ...undo, target: 'field' }, null, ['undo'], plainKeySettings).run).toBeNull();
  });

  it('leaves Enter and Space to the button or link that has the focus', () => {
    expect(match(press('Enter', { target: 'control' })).run).toBeNull();
    expect(match(press(' ', { target: 'control' })).run).toBeNull();
    expect(match(press('j', { target: 'control' })).run).toBe('next');
  });

  it('does nothing with single keys when they are switched off', () => {
    const off = { ...plainKeySettings, singleKeysOn: false };
    expect(match(press('j'), null, off).run).toBeNull();
    expect(match(press('g'), null, off).pending).toBeNull();
    expect(match(press('k', { ctrlKey: true }), null, off).run).toBe('palette');
  });

  it('follows a moved key and frees the old one', () => {
    const moved = withKey(plainKeySettings, 'next', 'L');
    expect(match(press('l'), null, moved).run).toBe('next');
    expect(match(press('j'), null, moved).run).toBeNull();
  });

  it('gives the page the key when the shell has it too', () => {
    expect(matchPress(press('Enter'), null, ['open', 'finish'], plainKeySettings).run).toBe('finish');
  });

  it('is read by its place on a keyboard without Latin letters', () => {
    expect(nameOfPress(press('о', { code: 'KeyJ' }))).toBe('J');
  });
});
