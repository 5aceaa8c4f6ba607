import { createContext, useContext } from 'react';

/** Opens the command palette; given by the shell. */
export const PaletteContext = createContext<() => void>(() => undefined);
export const useOpenPalette = () => useContext(PaletteContext);
