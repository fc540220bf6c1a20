import { say } from '../../electron/words/say.ts';

/** “one, another, a third”, without what is empty; empty without any. */
export function sayList(parts: readonly string[]): string {
  const [first = '', ...others] = parts.filter((part) => part !== '');
  return others.reduce((one, other) => say('common.list', { one, other }), first);
}
