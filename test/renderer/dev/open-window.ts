import { cleanup, configure, render, waitFor } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { tick } from 'svelte';
import { afterEach, vi } from 'vitest';
import type { WindowBridge } from '../../../electron/contract/window-bridge.ts';
import { installBridge } from '../../../renderer/archive.ts';
import { createFakeArchive } from '../../../renderer/dev/fake-archive.ts';
import { readScenario } from '../../../renderer/dev/scenario.ts';
import { createWindowState, type WindowState } from '../../../renderer/state/window-state.ts';
import './browser-gaps.ts';
import InWindow from '../../../renderer/dev/InWindow.svelte';

// A busy machine takes its time over a whole view in jsdom.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });
afterEach(cleanup);

export type OpenWindow = Readonly<{ shared: WindowState; bridge: WindowBridge }>;

/** A window over the invented archive in the state that `address` names, with nothing shown in it yet. */
export function startWindow(address = ''): OpenWindow {
  const bridge = createFakeArchive(readScenario(new URLSearchParams(`latency=0&${address}`)));
  installBridge(bridge);
  return { shared: createWindowState(), bridge };
}

/** Shows a component as it stands in the window. */
export function show<Props extends object>(
  { shared }: OpenWindow,
  component: Component<Props>,
  props: Props,
): void {
  render(InWindow, { props: { component, props, shared } });
}

export function openWindow<Props extends object>(
  component: Component<Props>,
  props: Props,
  address = '',
): OpenWindow {
  const opened = startWindow(address);
  show(opened, component, props);
  return opened;
}

/** A button by its name; by role, jsdom would be asked for the style of every element of the view. */
export function queryButton(name: string | RegExp): HTMLElement | null {
  const hasName = (button: HTMLElement) => {
    const own = (button.getAttribute('aria-label') ?? button.textContent).replace(/\s+/gu, ' ').trim();
    return typeof name === 'string' ? own === name : name.test(own);
  };
  const found = [...document.querySelectorAll<HTMLElement>('button')].filter(hasName);
  if (found.length > 1) throw new Error(`${String(found.length)} buttons are called ${String(name)}`);
  return found[0] ?? null;
}

export function buttonNamed(name: string | RegExp): HTMLElement {
  const found = queryButton(name);
  if (found === null) throw new Error(`no button is called ${String(name)}`);
  return found;
}

export function findButton(name: string | RegExp): Promise<HTMLElement> {
  return waitFor(() => buttonNamed(name));
}

/** Presses a key where the focus is. */
export async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await tick();
}

/** The value that a call to the bridge came to. */
export async function valueOf<Value>(
  outcome: Promise<Readonly<{ value: Value }> | Readonly<{ failure: object }>>,
): Promise<Value> {
  const settled = await outcome;
  if ('failure' in settled) throw new Error(JSON.stringify(settled.failure));
  return settled.value;
}
