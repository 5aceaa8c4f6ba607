/** Which keys the person moved, and whether single keys work at all. Kept in this browser only. */
import { isFixedKey, type KeyActionId, keyActionIds, keyActions } from './key-actions.ts';

export interface KeySettings {
  singleKeysOn: boolean;
  /** Only what differs from the catalogue. */
  moved: Partial<Record<KeyActionId, string>>;
}

export const plainKeySettings: KeySettings = { singleKeysOn: true, moved: {} };

export const keyOf = (settings: KeySettings, id: KeyActionId): string => settings.moved[id] ?? keyActions[id].key;

/** Reads what was stored; anything that is not ours falls back to the plain settings, field by field. */
export function parseKeySettings(stored: string | null): KeySettings {
  const raw = parseJson(stored);
  if (!isRecord(raw)) return plainKeySettings;
  const moved: Partial<Record<KeyActionId, string>> = {};
  if (isRecord(raw.moved)) {
    for (const id of keyActionIds) {
      const key = raw.moved[id];
      if (typeof key === 'string' && key.length > 0 && key.length <= 12 && !isFixedKey(id)) moved[id] = key;
    }
  }
  return { singleKeysOn: raw.singleKeysOn !== false, moved };
}

/** Another action that already answers to this key where both could be meant, or null. */
export function conflictOf(settings: KeySettings, id: KeyActionId, key: string): KeyActionId | null {
  return (
    keyActionIds.find(
      (other) => other !== id && keyOf(settings, other) === key && meet(keyActions[id].place, keyActions[other].place),
    ) ?? null
  );
}

/** The settings with one action moved to another key; back on its own key it is forgotten. */
export function withKey(settings: KeySettings, id: KeyActionId, key: string): KeySettings {
  const { [id]: _, ...others } = settings.moved;
  return { ...settings, moved: key === keyActions[id].key ? others : { ...others, [id]: key } };
}

const always = new Set<string>(['Everywhere', 'Go to']);
const meet = (one: string, other: string): boolean => one === other || always.has(one) || always.has(other);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
