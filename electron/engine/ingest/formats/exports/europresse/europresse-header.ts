import { findDates } from '../../../../article/dates/dates.ts';

export const documentNumber = /\b[a-z]{2,12}·\d{8}·[^\s·]{1,12}·\S{1,60}/;
const weekday =
  /[\s,]*\b(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b[\s,]*$/iu;
const maxNameLength = 60;
const maxHeaderLength = 300;

/** "Communication, mardi 14 mars 2006, p. 16": section and date. */
export function readHeader(written: string): Readonly<{ section: string; published: string }> {
  const header = written.slice(0, maxHeaderLength);
  const [date] = findDates(header);
  if (date === undefined) return { section: '', published: '' };
  const before = header
    .slice(0, date.start)
    .replace(weekday, '')
    .replace(/[\s,]+$/, '');
  return { section: before, published: header.slice(date.start) };
}

/** Without the number of an issue: "Magazine 1, no. 5968". */
export function outletNamed(written: string): string {
  return written.replace(/,? n[o°]\. ?\S+$/i, '');
}

/** Whether a line could be who wrote an article. */
export function isName(text: string): boolean {
  return text.length <= maxNameLength && !/[.!?:;»"]$/.test(text) && text.split(/\s+/).length <= 8;
}
