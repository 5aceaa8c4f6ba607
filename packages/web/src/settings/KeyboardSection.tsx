/** Single keys on or off, and each action on the key the person wants. */
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeySettings } from '../keys/KeyProvider.tsx';
import { isFixedKey, type KeyActionId, keyActionIds, keyActions, keyPlaces } from '../keys/key-actions.ts';
import { conflictOf, keyOf, plainKeySettings, withKey } from '../keys/key-settings.ts';
import { nameOfPress } from '../keys/match-key.ts';
import { pages } from '../routes.tsx';

export function KeyboardSection() {
  const [settings, change] = useKeySettings();
  const [listening, setListening] = useState<KeyActionId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const toast = useToast();

  const onKeyDown = (id: KeyActionId) => (event: KeyboardEvent) => {
    if (listening !== id) return;
    if (event.key === 'Tab') return setListening(null);
    event.preventDefault();
    event.stopPropagation();
    const { key, code, ctrlKey, metaKey, altKey } = event;
    const pressed = nameOfPress({ key, code, ctrlKey, metaKey, altKey, target: 'page' });
    if (pressed === null) return;
    if (pressed === 'Esc') return setListening(null);
    const wanted = keyActions[id].place === 'Go to' ? `G ${pressed}` : pressed;
    const taken = conflictOf(settings, id, wanted);
    if (taken || pressed.startsWith('Ctrl ')) {
      return setRefused(
        taken ? `${wanted} already means “${keyActions[taken].label}”. Press another.` : 'Press one key alone.',
      );
    }
    const before = settings;
    change(withKey(settings, id, wanted));
    setListening(null);
    toast({ text: `${wanted} now means “${keyActions[id].label}”.`, undo: () => change(before) });
  };

  return (
    <Section title="Keyboard" className="settings-keys">
      <label className="switch">
        <input
          type="checkbox"
          checked={settings.singleKeysOn}
          onChange={(event) => change({ ...settings, singleKeysOn: event.target.checked })}
        />
        Single keys do things. Off, only Ctrl K and Esc work.
      </label>
      <p className="attention settings-refused" role="status">
        {refused}
      </p>
      <div className="key-tables">
        {keyPlaces.map((place) => (
          <table key={place} className="key-table">
            <caption>{place}</caption>
            <tbody>
              {keyActionIds
                .filter((id) => keyActions[id].place === place && leadsSomewhere(id))
                .map((id) => (
                  <tr key={id}>
                    <th scope="row">{keyActions[id].label}</th>
                    <td>
                      <Kbd>{listening === id ? 'press a key' : keyOf(settings, id)}</Kbd>
                    </td>
                    <td>
                      {isFixedKey(id) ? (
                        <span className="caption">stays</span>
                      ) : (
                        <Button
                          size="small"
                          kind="quiet"
                          aria-label={`Move the key of “${keyActions[id].label}”`}
                          onClick={() => {
                            setRefused(null);
                            setListening(listening === id ? null : id);
                          }}
                          onKeyDown={onKeyDown(id)}
                          onBlur={() => setListening(null)}
                        >
                          {listening === id ? 'Esc to keep' : 'Move'}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
      <Button
        size="small"
        onClick={() => {
          const before = settings;
          change(plainKeySettings);
          toast({ text: 'All keys are back at their places.', undo: () => change(before) });
        }}
      >
        Put all keys back
      </Button>
    </Section>
  );
}

/** A key that goes to a page is listed only where that page exists. */
const leadsSomewhere = (id: KeyActionId): boolean =>
  keyActions[id].place !== 'Go to' || pages.some((page) => page.rail?.go === id);
