import { shell } from '../../archive.ts';
import type { WindowState } from '../../state/window-state.ts';
import { usualFontSizePx } from '../../state/window/window-memory.svelte.ts';
import { printArticle as print } from './print-article.ts';
import { citation } from '../../text/citation.ts';

/** What keys and menus do to the open article; each leaves the key alone when none is open. */
export function articleActions({ reading, memory, toasts }: WindowState) {
  const ifOpen = (act: () => unknown) => () => {
    if (reading.view === null) return false;
    void act();
    return true;
  };

  async function copyCitation() {
    const { view } = reading;
    if (view === null) return;
    try {
      await shell.copyText({ text: citation(view, document.getSelection()?.toString() ?? '') });
      toasts.show({ message: 'Copied with citation' });
    } catch (thrown) {
      toasts.showFailure('Nothing was copied', thrown);
    }
  }

  async function printArticle() {
    try {
      await print();
    } catch (thrown) {
      toasts.showFailure('The article could not be printed', thrown);
    }
  }

  async function showInFolder() {
    const location = reading.view?.locations.find((place) => !place.missing);
    if (location === undefined) {
      toasts.show({ message: 'The file of this article is missing' });
      return;
    }
    try {
      await shell.showInFolder({ path: location.path });
    } catch (thrown) {
      toasts.showFailure('The folder could not be shown', thrown);
    }
  }

  return {
    'next-hit': ifOpen(() => reading.step(1)),
    'previous-hit': ifOpen(() => reading.step(-1)),
    'toggle-original': ifOpen(() => reading.toggleOriginal()),
    'copy-citation': ifOpen(copyCitation),
    'show-in-folder': ifOpen(showInFolder),
    print: ifOpen(printArticle),
    'font-larger': () => memory.resizeFont(1),
    'font-smaller': () => memory.resizeFont(-1),
    'font-reset': () => memory.change({ fontSizePx: usualFontSizePx }),
  };
}
