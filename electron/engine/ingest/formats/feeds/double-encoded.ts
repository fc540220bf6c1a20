import { isUtf8 } from 'node:buffer';

/** A letter of UTF-8 whose bytes were taken for letters: the bytes after the first are in a range of which texts use half only. */
const run = /[\u00c2-\u00f4][\u0080-\u00bf]{1,3}/g;
const control = /[\u0080-\u009f]/;

/** Text in which single letters were encoded twice ("companyâ\x80\x99s"), with those letters as they were. */
export function onceEncoded(text: string): string {
  if (!control.test(text)) return text;
  return text.replace(run, (letters) => {
    if (!control.test(letters)) return letters;
    const bytes = Buffer.from(letters, 'latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : letters;
  });
}
