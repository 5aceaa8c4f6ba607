/** A saved action in one line, bottom left, with Undo for ten seconds. Never for errors that need a choice. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useKeys } from '../keys/KeyProvider.tsx';
import { Button } from './Button.tsx';
import './Toast.css';

export interface ToastWords {
  text: string;
  undo?: () => void;
}

const shownSeconds = 10;
const ToastContext = createContext<(words: ToastWords) => void>(() => undefined);

/** Shows one line; a newer one takes its place. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(ToastWords & { key: number }) | null>(null);
  const show = useCallback((words: ToastWords) => setShown((last) => ({ ...words, key: (last?.key ?? 0) + 1 })), []);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), shownSeconds * 1000);
    return () => clearTimeout(timer);
  }, [shown]);
  const undo = shown?.undo
    ? () => {
        shown.undo?.();
        setShown(null);
      }
    : undefined;
  useKeys(undo ? { undo } : {});
  return (
    <ToastContext value={show}>
      {children}
      <div className="toast-place" role="status">
        {shown ? (
          <div className="toast" key={shown.key}>
            <span>{shown.text}</span>
            {undo ? (
              <Button kind="quiet" size="small" onClick={undo}>
                Undo
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </ToastContext>
  );
}
