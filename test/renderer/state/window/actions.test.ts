import { expect, test } from 'vitest';
import { actionNames, definitionOf } from '../../../../renderer/state/window/action-table.ts';
import { Actions } from '../../../../renderer/state/window/actions.svelte.ts';
import { combinationOf, keyNames } from '../../../../renderer/state/window/key-combination.ts';

function press(key: string, modifiers: KeyboardEventInit = {}, target: EventTarget = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  Object.defineProperty(event, 'target', { value: target });
  return event;
}

test.each([
  ['k', { ctrlKey: true }, false, 'Mod+K'],
  ['k', { metaKey: true }, true, 'Mod+K'],
  ['N', { shiftKey: true }, false, 'Shift+N'],
  ['?', { shiftKey: true }, false, '?'],
  ['ArrowDown', { shiftKey: true }, false, 'Shift+ArrowDown'],
  ['C', { ctrlKey: true, shiftKey: true }, false, 'Mod+Shift+C'],
  ['+', { ctrlKey: true }, false, 'Mod++'],
  ['Control', { ctrlKey: true }, false, null],
  ['ت', { code: 'KeyJ' }, false, 'j'],
  ['л', { code: 'KeyK', ctrlKey: true }, false, 'Mod+K'],
  ['؟', { shiftKey: true }, false, '?'],
  ['ظ', { code: 'Slash' }, false, '/'],
  ['é', { code: 'Digit2' }, false, 'é'],
])('reads the key %s with %o as a combination', (key, modifiers, isMac, expected) => {
  expect(combinationOf(press(key, modifiers), isMac)).toBe(expected);
});

test('names the keys as they stand on the keyboard', () => {
  expect([keyNames('Mod+Shift+C', true), keyNames('Mod++', false), keyNames('Escape', false)]).toEqual([
    ['⌘', '⇧', 'C'],
    ['Ctrl', '+'],
    ['Esc'],
  ]);
});

test('gives no key to two actions', () => {
  const keys = actionNames.flatMap((name) => definitionOf(name).keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('asks the narrowest scope first, whenever it offered, and the wider ones where it declines', () => {
  const actions = new Actions();
  const done: string[] = [];
  const end = actions.handle('selection', { star: () => done.push('selection') < 0 });
  actions.handle('window', { star: () => done.push('window') });
  actions.handle('article', { star: () => done.push('article') });
  actions.press(press('s'));
  end();
  actions.press(press('s'));
  expect(done).toEqual(['selection', 'article', 'article']);
});

test('leaves to the browser what the narrowest scope says is its own', () => {
  const actions = new Actions();
  const done: string[] = [];
  actions.handle('view', { star: () => done.push('view') });
  actions.handle('article', { star: () => 'browser' });
  const event = press('s');
  actions.press(event);
  expect([done, event.defaultPrevented]).toEqual([[], false]);
});

test('leaves the keys of words to a text field, and takes commands from it', () => {
  const actions = new Actions();
  const done: string[] = [];
  actions.handle('window', { star: () => done.push('star'), find: () => done.push('find') });
  const input = document.createElement('input');
  for (const event of [press('s', {}, input), press('/', {}, input)]) actions.press(event);
  actions.press(press('k', { ctrlKey: true }, input));
  expect(done).toEqual(['find']);
});

test('goes by the keys that the person chose', () => {
  const actions = new Actions();
  const done: string[] = [];
  actions.handle('window', { star: () => done.push('star') });
  actions.rebind('star', 'Mod+D');
  actions.press(press('s'));
  actions.press(press('d', { ctrlKey: true }));
  expect([done, actions.keysOf('star')]).toEqual([['star'], ['Mod+D']]);
  actions.rebind('star', null);
  expect(actions.keysOf('star')).toEqual(['s']);
});

test('takes the key from the browser only when somebody carried the action out', () => {
  const actions = new Actions();
  const unheard = press('s');
  actions.press(unheard);
  actions.handle('window', { star: () => undefined });
  const heard = press('s');
  actions.press(heard);
  expect([unheard.defaultPrevented, heard.defaultPrevented]).toEqual([false, true]);
});
