import type { MessageName } from '../../electron/words/languages.ts';
import { formats } from '../../electron/words/english/formats.ts';
import { say } from '../../electron/words/say.ts';

/** A format in words, by its name in the table of formats; one of a newer engine by that name. */
export function sayFormat({ format, articles }: Readonly<{ format: string; articles: number }>): string {
  if (format === '') return say(articles > 0 ? 'format.not-noted' : 'format.unknown');
  const name = `format.${format}`;
  return isMessage(name) ? say(name) : format;
}

function isMessage(name: string): name is keyof typeof formats & MessageName {
  return Object.hasOwn(formats, name);
}
