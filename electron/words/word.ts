import { isSentence, type Said, type SaidValue } from './sentence.ts';
import { isMessageName } from './languages.ts';
import { say } from './say.ts';
import type { Values } from './values.ts';

/** What was said, in the language of the interface. */
export function word(said: Said): string {
  if (typeof said === 'string') return said;
  // A later Microfiche may have kept it in the library.
  if (!isMessageName(said.say)) return said.say;
  const values = Object.entries(said.values ?? {}).map(([name, value]) => [name, worded(value)]);
  return say(said.say, Object.fromEntries(values) as Values);
}

function worded(value: SaidValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || isSentence(value)) return word(value);
  return value
    .map(word)
    .reduce((one, other) => (one === '' ? other : say('common.list', { one, other })), '');
}
