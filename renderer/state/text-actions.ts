import { isTyping, type Handlers } from './window/actions.svelte.ts';

/** What keys and menus do in a text field, where the browser's own editing is meant. */
export const textActions: Handlers = {
  undo: inText('undo'),
  redo: inText('redo'),
  'select-all': inText('selectAll'),
  // These keys mean its letters.
  'remove-articles': () => (isTyping(document.activeElement) ? 'browser' : false),
};

function inText(command: 'undo' | 'redo' | 'selectAll') {
  return () => (isTyping(document.activeElement) ? document.execCommand(command) || 'browser' : false);
}
