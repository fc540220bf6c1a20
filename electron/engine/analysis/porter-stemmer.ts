const [d, e, g, i, l, s, t, y, z] = [0x64, 0x65, 0x67, 0x69, 0x6c, 0x73, 0x74, 0x79, 0x7a];

function classOf(letters: string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, unit) => (letters.includes(String.fromCharCode(unit)) ? 1 : 0));
}

/** 1 for letters that are vowels wherever they stand; a `y` is one after a consonant. */
const vowels = classOf('aeiou');
/** 1 for letters that are written twice before `ed` and `ing` by themselves. */
const keptDouble = classOf('aeiouylsz');
/** 1 for letters after which no `e` is missing. */
const openEnds = classOf('aeiouwxy');

type Suffix = Readonly<{ letters: Uint8Array; instead: Uint8Array }>;
/** By the last letter of the suffix; the longest first. */
type Suffixes = readonly (readonly Suffix[] | undefined)[];

/** Reads pairs of a suffix and what stands instead of it: `ational ate`. */
function suffixesOf(...pairs: readonly string[]): Suffixes {
  const byLast = new Array<Suffix[] | undefined>(128);
  for (const pair of pairs) {
    const [letters = new Uint8Array(), instead = new Uint8Array()] = pair
      .split(' ')
      .map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    (byLast[letters.at(-1) ?? 0] ??= []).push({ letters, instead });
  }
  for (const some of byLast) some?.sort((one, other) => other.letters.length - one.letters.length);
  return byLast;
}

const doubleSuffixes = suffixesOf(
  ...['ational ate', 'tional tion', 'enci ence', 'anci ance', 'izer ize', 'bli ble', 'alli al', 'entli ent'],
  ...['eli e', 'ousli ous', 'ization ize', 'ation ate', 'ator ate', 'alism al', 'iveness ive', 'fulness ful'],
  ...['ousness ous', 'aliti al', 'iviti ive', 'biliti ble', 'logi log'],
);
const derivingSuffixes = suffixesOf(
  ...['icate ic', 'ative ', 'alize al', 'iciti ic', 'ical ic', 'ful ', 'ness '],
);
const lastSuffixes = suffixesOf(
  ...[
    'al ',
    'ance ',
    'ence ',
    'er ',
    'ic ',
    'able ',
    'ible ',
    'ant ',
    'ement ',
    'ment ',
    'ent ',
    'ou ',
    'ism ',
  ],
  ...['ate ', 'iti ', 'ous ', 'ive ', 'ize '],
);

/**
 * The stem that `lunr.stemmer` makes (Porter 1980, "An algorithm for suffix stripping") of a word of small ASCII letters
 * and digits, made in place of it: `units[0..length)`. Returns the length of the stem, which is never longer. No step
 * makes a string or asks a pattern; the steps are Porter's.
 */
export function stemInPlace(units: Uint16Array, length: number): number {
  if (length < 3) return length;
  let end = step1a(units, length);
  end = step1b(units, end);
  if (end >= 3 && units[end - 1] === y && !isVowel(units, end - 2)) units[end - 1] = i;
  end = replaceSuffix(units, end, doubleSuffixes, 0);
  end = replaceSuffix(units, end, derivingSuffixes, 0);
  end = step4(units, end);
  return step5(units, end);
}

/** Plurals. */
function step1a(units: Uint16Array, length: number): number {
  if (units[length - 1] !== s) return length;
  const before = units[length - 2];
  if (before === e) {
    if (length >= 4 && units[length - 3] === i) return length - 2;
    if (length >= 5 && units[length - 3] === s && units[length - 4] === s) return length - 2;
  }
  return before === s ? length : length - 1;
}

/** Past tenses and participles. */
function step1b(units: Uint16Array, length: number): number {
  const last = units[length - 1];
  if (last === d && length >= 3 && units[length - 2] === e) {
    if (length >= 4 && units[length - 3] === e) return measure(units, length - 3) > 0 ? length - 1 : length;
    return withoutParticiple(units, length, length - 2);
  }
  const isIng = last === g && length >= 4 && units[length - 2] === 0x6e && units[length - 3] === i;
  return isIng ? withoutParticiple(units, length, length - 3) : length;
}

/** `end` when the letters before it are a stem, with an `e` put back or a double letter made one; otherwise `length`. */
function withoutParticiple(units: Uint16Array, length: number, end: number): number {
  if (firstVowel(units, end) === end) return length;
  const last = units[end - 1] as number;
  const before = end < 2 ? 0 : (units[end - 2] as number);
  const isAt = last === t && before === 0x61;
  const isBl = last === l && before === 0x62;
  const isIz = last === z && before === i;
  if (!isAt && !isBl && !isIz) {
    if (last === before && keptDouble[last] === 0) return end - 1;
    if (!isShort(units, end)) return end;
  }
  units[end] = e;
  return end + 1;
}

/** Puts another suffix, or none, in place of the longest that is there, when more than `least` is left before it. */
function replaceSuffix(units: Uint16Array, length: number, suffixes: Suffixes, least: number): number {
  const found = suffixOf(units, length, suffixes);
  if (found === undefined) return length;
  const end = length - found.letters.length;
  if (measure(units, end) <= least) return length;
  for (let at = 0; at < found.instead.length; at += 1) units[end + at] = found.instead[at] as number;
  return end + found.instead.length;
}

function step4(units: Uint16Array, length: number): number {
  if (suffixOf(units, length, lastSuffixes) !== undefined)
    return replaceSuffix(units, length, lastSuffixes, 1);
  if (length < 5 || units[length - 1] !== 0x6e || units[length - 2] !== 0x6f || units[length - 3] !== i)
    return length;
  const before = units[length - 4];
  return (before === s || before === t) && measure(units, length - 3) > 1 ? length - 3 : length;
}

/** An `e` at the end, and a double `l`. */
function step5(units: Uint16Array, length: number): number {
  let end = length;
  if (end >= 2 && units[end - 1] === e) {
    const left = measure(units, end - 1);
    if (left > 1 || (left === 1 && !isShort(units, end - 1))) end -= 1;
  }
  const isDouble = end >= 2 && units[end - 1] === l && units[end - 2] === l;
  return isDouble && measure(units, end) > 1 ? end - 1 : end;
}

/** The longest of the suffixes that the word ends with, something else before it. */
function suffixOf(units: Uint16Array, length: number, suffixes: Suffixes): Suffix | undefined {
  const some = suffixes[units[length - 1] as number];
  if (some === undefined) return undefined;
  for (let nth = 0; nth < some.length; nth += 1) {
    const suffix = some[nth] as Suffix;
    const { letters } = suffix;
    const start = length - letters.length;
    if (start < 1) continue;
    let at = 0;
    while (at < letters.length && units[start + at] === letters[at]) at += 1;
    if (at === letters.length) return suffix;
  }
  return undefined;
}

function isVowel(units: Uint16Array, at: number): boolean {
  return vowels[units[at] as number] === 1;
}

/** After the consonants that `units[0..end)` begins with. */
function firstVowel(units: Uint16Array, end: number): number {
  if (end === 0 || isVowel(units, 0)) return 0;
  let at = 1;
  while (at < end && !isVowel(units, at) && units[at] !== y) at += 1;
  return at;
}

/** How often consonants follow on vowels in `units[0..end)`: Porter's m. */
function measure(units: Uint16Array, end: number): number {
  let count = 0;
  for (let at = firstVowel(units, end); at < end; count += 1) {
    at += 1;
    while (at < end && isVowel(units, at)) at += 1;
    if (at === end) break;
    at += 1;
    while (at < end && !isVowel(units, at) && units[at] !== y) at += 1;
  }
  return count;
}

/** Whether `units[0..end)` is consonants, one vowel, and a consonant that is none of w, x and y. */
function isShort(units: Uint16Array, end: number): boolean {
  if (end < 3 || openEnds[units[end - 1] as number] === 1 || isVowel(units, 0)) return false;
  return firstVowel(units, end) === end - 2;
}
