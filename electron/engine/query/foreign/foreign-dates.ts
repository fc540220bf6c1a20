/** A date as another service writes it, as ISO 8601: `1/31/2020`, `20200131`, `2020-01-31`, `1/2020`, `2020`. */
function isoOf(text: string): string {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american !== null) return [american[3], two(american[1]), two(american[2])].join('-');
  const month = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (month !== null) return `${month[2] ?? ''}-${two(month[1])}`;
  return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}

const date = '\\(?\\s*(\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}/\\d{4}|\\d{8}|\\d{4}-\\d\\d-\\d\\d|\\d{4})\\s*\\)?';

/** Each pattern of a date or a length with how it is written here. */
const rows: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [
    new RegExp(
      `date\\s*\\(?\\s*(?:geq|>=)\\s*${date}\\s*and\\s*(?:date\\s*)?\\(?\\s*(?:leq|<=)\\s*${date}\\s*\\)?`,
      'iuy',
    ),
    (from = '', to = '') => `date:${isoOf(from)}..${isoOf(to)}`,
  ],
  [
    new RegExp(
      `date\\s*\\(?\\s*(?:aft(?:er)?|>)\\s*${date}\\s*and\\s*(?:date\\s*)?\\(?\\s*(?:bef(?:ore)?|<)\\s*${date}\\s*\\)?`,
      'iuy',
    ),
    (from = '', to = '') => `(after:${isoOf(from)} AND before:${isoOf(to)})`,
  ],
  [
    new RegExp(`date\\s+from\\s+${date}\\s+to\\s+${date}`, 'iuy'),
    (from = '', to = '') => `date:${isoOf(from)}..${isoOf(to)}`,
  ],
  [/date\s+after\s+-(\d{1,4})/iuy, (days = '') => `date:-${days}d`],
  [
    new RegExp(`date\\s*\\(?\\s*(?:geq|>=)\\s*${date}\\s*\\)?`, 'iuy'),
    (from = '') => `date:${isoOf(from)}..`,
  ],
  [new RegExp(`date\\s*\\(?\\s*(?:leq|<=)\\s*${date}\\s*\\)?`, 'iuy'), (to = '') => `date:..${isoOf(to)}`],
  [
    new RegExp(`date\\s*\\(?\\s*(?:aft(?:er)?|>)\\s*${date}\\s*\\)?`, 'iuy'),
    (day = '') => `after:${isoOf(day)}`,
  ],
  [
    new RegExp(`date\\s*\\(?\\s*(?:bef(?:ore)?|<)\\s*${date}\\s*\\)?`, 'iuy'),
    (day = '') => `before:${isoOf(day)}`,
  ],
  [
    new RegExp(`(?:date\\s*\\(?\\s*(?:is|=)|pd=)\\s*${date}\\s*\\)?`, 'iuy'),
    (day = '') => `date:${isoOf(day)}`,
  ],
  [/(?:length|wc)\s*\(?\s*([<>]=?)\s*(\d{1,7})\s*\)?/iuy, (sign = '', words = '') => `words:${sign}${words}`],
];

/** Reads a date or a length where the text at `at` begins with one. */
export function measureAt(text: string, at: number): Readonly<{ text: string; length: number }> | null {
  if (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  for (const [pattern, make] of rows) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const [whole, ...parts] = found;
    return { text: make(...parts), length: whole.length };
  }
  return null;
}
