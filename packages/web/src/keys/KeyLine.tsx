/** The strip along the bottom: at most nine keys of this page, and the one that shows them all. */
import { Kbd } from '../design/Kbd.tsx';
import { useBoundKeys, useKeySettings } from './KeyProvider.tsx';
import { type KeyActionId, keyActions } from './key-actions.ts';
import { keyOf } from './key-settings.ts';
import './KeyLine.css';

const mostShown = 9;

export function KeyLine({ onShowAll }: { onShowAll: () => void }) {
  const bound = useBoundKeys();
  const [settings] = useKeySettings();
  const pageKeys = unique(bound).filter(
    (id) => !['Everywhere', 'Go to'].includes(keyActions[id].place) || id === 'filter',
  );
  const canGo = bound.some((id) => keyActions[id].place === 'Go to');
  return (
    <footer className="key-line">
      <h2 className="visually-hidden">Keys</h2>
      {settings.singleKeysOn ? (
        <>
          {pageKeys.slice(0, mostShown - 2).map((id) => (
            <span key={id}>
              <Kbd>{keyOf(settings, id)}</Kbd> {keyActions[id].label}
            </span>
          ))}
          {canGo ? (
            <span>
              <Kbd>G</Kbd> then a letter to go
            </span>
          ) : null}
        </>
      ) : (
        <span>Single keys are off. Ctrl K finds and does everything.</span>
      )}
      <button type="button" className="key-line-all" onClick={onShowAll}>
        <Kbd>{keyOf(settings, 'help')}</Kbd> {keyActions.help.label}
      </button>
    </footer>
  );
}

const unique = (ids: readonly KeyActionId[]): KeyActionId[] => [...new Set(ids)];
