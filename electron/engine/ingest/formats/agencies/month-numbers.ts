const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Where German has other letters. */
const german = new Map([
  ['mär', 3],
  ['mrz', 3],
  ['mai', 5],
  ['okt', 10],
  ['dez', 12],
]);

/** The number of a month by its English or German name, or the first letters of it; 0 for none. */
export function monthOf(name: string): number {
  const opening = name.slice(0, 3).toLowerCase();
  return german.get(opening) ?? english.indexOf(opening) + 1;
}
