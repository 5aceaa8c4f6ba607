/** Listens to the keyboard once for the whole page and runs what the mounted pages have bound. */
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type KeyActionId, keyActionIds } from './key-actions.ts';
import { type KeySettings, parseKeySettings } from './key-settings.ts';
import { matchPress, type Press, waitForSecondMs } from './match-key.ts';

export type KeyHandlers = Partial<Record<KeyActionId, () => void>>;

/** One component's bindings; the ref always holds its newest handlers. */
interface Layer {
  ids: readonly KeyActionId[];
  handlers: RefObject<KeyHandlers>;
  owner: 'shell' | 'page';
}

class KeyRegistry {
  layers: readonly Layer[] = [];
  private readonly listeners = new Set<() => void>();

  /** The shell's layers stay below the page's, whichever was mounted first. */
  add(layer: Layer): () => void {
    this.layers = layer.owner === 'shell' ? [layer, ...this.layers] : [...this.layers, layer];
    this.tell();
    return () => {
      this.layers = this.layers.filter((one) => one !== layer);
      this.tell();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): readonly Layer[] => this.layers;

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

interface KeyContextValue {
  registry: KeyRegistry;
  settings: KeySettings;
  change: (settings: KeySettings) => void;
}

const storageKey = 'rapport.keys';
const KeyContext = createContext<KeyContextValue | null>(null);

export function KeyProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry());
  const [settings, setSettings] = useState(readSettings);
  const pending = useRef<{ key: string; at: number } | null>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || leavesField(event)) return;
      const waiting =
        pending.current && event.timeStamp - pending.current.at < waitForSecondMs ? pending.current.key : null;
      const bound = registry.layers.flatMap((layer) => layer.ids);
      const found = matchPress(readPress(event), waiting, bound, settings);
      pending.current = found.pending === null ? null : { key: found.pending, at: event.timeStamp };
      if (found.run === null) return;
      const run = found.run;
      const handler = registry.layers.findLast((layer) => layer.ids.includes(run))?.handlers.current[run];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry, settings]);

  const value = useMemo(
    () => ({
      registry,
      settings,
      change: (next: KeySettings) => {
        setSettings(next);
        writeSettings(next);
      },
    }),
    [registry, settings],
  );
  return <KeyContext value={value}>{children}</KeyContext>;
}

/**
 * Binds actions while the component is mounted; a page's win over the shell's. The key line shows them in this order.
 * @example useKeys({ next: () => move(1), back: () => move(-1) });
 */
export function useKeys(handlers: KeyHandlers, owner: Layer['owner'] = 'page'): void {
  const { registry } = useKeyContext();
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });
  const signature = Object.keys(handlers).join(' ');
  useEffect(() => {
    const ids = signature.split(' ').flatMap((name) => keyActionIds.find((id) => id === name) ?? []);
    return registry.add({ ids, handlers: newest, owner });
  }, [registry, signature, owner]);
}

export const useKeySettings = (): [KeySettings, (settings: KeySettings) => void] => {
  const { settings, change } = useKeyContext();
  return [settings, change];
};

/** The actions bound right now: the shell's first, then the page's, in the order they were given. */
export function useBoundKeys(): KeyActionId[] {
  const { registry } = useKeyContext();
  return useSyncExternalStore(registry.subscribe, registry.read).flatMap((layer) => [...layer.ids]);
}

function useKeyContext(): KeyContextValue {
  const value = useContext(KeyContext);
  if (!value) throw new Error('Keys are used outside <KeyProvider>.');
  return value;
}

function readPress(event: KeyboardEvent): Press {
  const { key, code, ctrlKey, metaKey, altKey, target } = event;
  return { key, code, ctrlKey, metaKey, altKey, target: placeOf(target) };
}

/** Esc in a field leads out of it first, so that the page's own keys work again; what was typed stays. */
function leavesField({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || target.closest('[role="dialog"]') !== null) return false;
  if (!target.matches('input:not([type=checkbox],[type=radio]), textarea')) return false;
  target.blur();
  return true;
}

function placeOf(target: EventTarget | null): Press['target'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || target.closest('input:not([type=checkbox],[type=radio]), textarea, select'))
    return 'field';
  // Inside a dialog or menu the page behind must not move; only fixed keys reach it.
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return 'field';
  return target.closest('a, button, summary, input, [role="radio"], [role="tab"]') ? 'control' : 'page';
}

function readSettings(): KeySettings {
  try {
    return parseKeySettings(localStorage.getItem(storageKey));
  } catch {
    return parseKeySettings(null);
  }
}

function writeSettings(settings: KeySettings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // Closed storage: the change then lasts as long as the page.
  }
}
