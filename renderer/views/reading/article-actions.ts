import { say } from '../../../electron/words/say.ts';
import { archive, shell } from '../../archive.ts';
import type { WindowState } from '../../state/window-state.ts';
import { attempt } from '../../state/window/attempt.ts';
import { usualFontSizePx } from '../../state/window/window-memory.svelte.ts';
import { printArticle as print } from './print-article.ts';
import { citation, withPassage } from '../../text/citation.ts';
import { cite } from '../../text/citing/cite.ts';

/** What keys and menus do to the open article; each leaves the key alone when none is open. */
export function articleActions({ reading, memory, router, search, toasts }: WindowState) {
  const ifOpen = (act: () => unknown) => () => {
    if (reading.view === null) return false;
    void act();
    return true;
  };

  async function copyCitation() {
    const { view } = reading;
    if (view === null) return;
    try {
      const { cites } = memory.current;
      const passage = document.getSelection()?.toString().trim() ?? '';
      const text = cites === undefined ? citation(view, passage) : withPassage(passage, cite(cites, view));
      await shell.copyText({ text });
      toasts.show({ message: say('article.copied') });
    } catch (thrown) {
      toasts.showFailure(say('article.not-copied'), thrown);
    }
  }

  async function askForMoreLikeThis() {
    const { view } = reading;
    if (view === null) return;
    try {
      const { query } = await archive.likeArticle({ id: view.id });
      if (query === '') toasts.show({ message: say('search.like-nothing') });
      else {
        router.go('search');
        await search.ask({ ...search.question, query, typing: false, sort: 'relevance' });
      }
    } catch (thrown) {
      toasts.showFailure(say('search.like-failed'), thrown);
    }
  }

  async function printArticle() {
    try {
      await print();
    } catch (thrown) {
      toasts.showFailure(say('article.not-printed'), thrown);
    }
  }

  async function showInFolder() {
    const location = reading.view?.locations.find((place) => !place.missing);
    if (location === undefined) {
      toasts.show({ message: say('article.file-is-missing') });
      return;
    }
    try {
      await shell.showInFolder({ path: location.path });
    } catch (thrown) {
      toasts.showFailure(say('article.folder-not-shown'), thrown);
    }
  }

  return {
    'next-hit': ifOpen(() => reading.step(1)),
    'previous-hit': ifOpen(() => reading.step(-1)),
    'toggle-original': ifOpen(() =>
      attempt(toasts, say('article.original-not-read'), () => reading.toggleOriginal()),
    ),
    'copy-citation': ifOpen(copyCitation),
    'more-like-this': ifOpen(askForMoreLikeThis),
    'show-in-folder': ifOpen(showInFolder),
    print: ifOpen(printArticle),
    'font-larger': () => memory.resizeFont(1),
    'font-smaller': () => memory.resizeFont(-1),
    'font-reset': () => memory.change({ fontSizePx: usualFontSizePx }),
  };
}
