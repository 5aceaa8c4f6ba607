/** All keys, on `?`. */
import { Dialog } from '../design/Dialog.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { useBoundKeys, useKeySettings } from './KeyProvider.tsx';
import { keyActionIds, keyActions, keyPlaces } from './key-actions.ts';
import { keyOf } from './key-settings.ts';
import './KeySheet.css';

export function KeySheet({ onClose }: { onClose: () => void }) {
  const [settings] = useKeySettings();
  const bound = useBoundKeys();
  const here = keyActionIds.filter((id) => bound.includes(id));
  return (
    <Dialog open onClose={onClose} title="Keys on this page" kind="wide">
      <p className="second">
        {settings.singleKeysOn
          ? 'Single keys work while no field has the focus. Move them or switch them off in Settings.'
          : 'Single keys are switched off. Turn them on again in Settings.'}
      </p>
      <div className="key-sheet">
        {keyPlaces
          .map((place) => ({ place, ids: here.filter((id) => keyActions[id].place === place) }))
          .filter((group) => group.ids.length > 0)
          .map((group) => (
            <section key={group.place} aria-label={group.place}>
              <h3>{group.place}</h3>
              <dl>
                {group.ids.map((id) => (
                  <div key={id}>
                    <dt>
                      <Kbd>{keyOf(settings, id)}</Kbd>
                    </dt>
                    <dd>{keyActions[id].label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
