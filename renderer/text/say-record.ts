import { isMessageName } from '../../electron/words/languages.ts';
import { say } from '../../electron/words/say.ts';

/** Which record of a file, such as "message 412", in the language of the window; between commas may stand addresses and paths. */
export function sayRecord(record: string): string {
  return record.split(', ').map(sayPart).join(', ');
}

function sayPart(part: string): string {
  const [, unit = '', number = ''] = /^([a-z]+) (\d+)$/.exec(part) ?? [];
  const name = `record.${unit}`;
  return isMessageName(name) ? say(name, { number }) : part;
}
