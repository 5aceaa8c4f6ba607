/** From a key press to the action it means. Two keys in a row (`G` then a letter) wait a moment for the second. */
import { isFixedKey, type KeyActionId } from './key-actions.ts';
import { type KeySettings, keyOf } from './key-settings.ts';

/** What is read of a keyboard event. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Where the press landed: in a field nothing but fixed keys works; on a button or link Enter and Space are its own. */
  target: 'field' | 'control' | 'page';
}

/** How long the first of two keys is remembered, in milliseconds. */
export const waitForSecondMs = 1500;

/** The key as printed in `keyActions`, or null for a bare modifier. */
export function nameOfPress(press: Press): string | null {
  const name = plainName(press);
  if (name === null) return null;
  if (press.altKey) return null;
  return press.ctrlKey || press.metaKey ? `Ctrl ${name}` : name;
}

/** What to run now, and what to remember. Later bindings win over earlier ones: the page over the shell. */
export function matchPress(
  press: Press,
  pending: string | null,
  bound: readonly KeyActionId[],
  settings: KeySettings,
): { run: KeyActionId | null; pending: string | null } {
  const name = nameOfPress(press);
  if (name === null) return { run: null, pending };
  const wanted = pending === null ? name : `${pending} ${name}`;
  const inField = press.target === 'field';
  // In a field, undo belongs to the text that is being typed.
  const usable = bound.filter((id) =>
    isFixedKey(id) ? !(inField && id === 'undo') : settings.singleKeysOn && !inField,
  );
  const run = usable.findLast((id) => keyOf(settings, id) === wanted) ?? null;
  if (run !== null) {
    const ownsIt = press.target === 'control' && (wanted === 'Enter' || wanted === 'Space');
    return { run: ownsIt ? null : run, pending: null };
  }
  const starts = pending === null && usable.some((id) => keyOf(settings, id).startsWith(`${name} `));
  return { run: null, pending: starts ? name : null };
}

function plainName({ key, code }: Press): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'CapsLock'].includes(key)) return null;
  if (key === ' ') return 'Space';
  if (key === 'Escape') return 'Esc';
  // On a keyboard without Latin letters the place of the key decides.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && key.length === 1 && key.charCodeAt(0) > 127) return letter;
  return key.length === 1 ? key.toUpperCase() : key;
}
