import { createContext } from 'svelte';
import type { WindowState } from './window-state.ts';

/** The state that every view shares; set by App.svelte. */
export const [getWindow, setWindow] = createContext<WindowState>();
