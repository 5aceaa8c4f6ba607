/** A saved action in one line, bottom left, with Undo for ten seconds. Never for errors that need a choice. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
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
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="toast-place" role="status">
        {shown ? (
          <div className="toast" key={shown.key}>
            <span>{shown.text}</span>
            {shown.undo ? (
              <Button
                kind="quiet"
                size="small"
                onClick={() => {
                  shown.undo?.();
                  setShown(null);
                }}
              >
                Undo
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </ToastContext>
  );
}
