import { useEffect, useRef, useState } from 'react';

/** Takes files dropped anywhere on the page. @returns true while some hover over it */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const newest = useRef(onFiles);
  useEffect(() => {
    newest.current = onFiles;
  });
  useEffect(() => {
    // Each child the pointer passes enters before the last one leaves, so entries are counted.
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      newest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of entriesOf(listeners)) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entriesOf(listeners)) window.removeEventListener(name, listener);
    };
  }, []);
  return over;
}

type DragListeners = Record<'dragenter' | 'dragleave' | 'dragover' | 'drop', (event: DragEvent) => void>;

// Object.entries forgets the names of the keys, which the window's listeners are typed by.
const entriesOf = (listeners: DragListeners) =>
  Object.entries(listeners) as [keyof DragListeners, (event: DragEvent) => void][];
