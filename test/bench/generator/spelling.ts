import { hash32 } from './random.ts';

const onsets = (
  'b c d f g h j k l m n p r s t v w b c d f g h l m n p r s t v b d f l m n p r s t d l m n r s t ' +
  'br bl cr cl dr fl fr gr pl pr sh sp st str th tr ch qu'
).split(' ');
const nuclei = 'a e i o u a e i o u a e i o e a i ai ea ou ee'.split(' ');
/** Between two syllables; mostly nothing. */
const codas = [...Array<string>(24).fill(''), ...'n r l s m n r l nd nt rt st ck ll ss mp rn ct'.split(' ')];
const endings = 'n r l t d m s n r l t d nd nt rt st ck ll le ne te re se y y et or el in'.split(' ');
const nameEndings = 'ov ez ski an i er son ah eh ti ano ich sen ard well ton ham ley ini ou'.split(' ');
const arabicLetters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويا';
const arabicEndings = ['', '', '', 'ة', 'ات', 'ين', 'ون', 'ي', 'ية', 'ان', 'ها'];
const prefixes = ['un', 're', 'over', 'out', 'mis', 'pre'];
const suffixes = (
  's s s s ed ed ing ing er ers ly al ation ations ment ments ness able ist ists ful ive ity ism ' +
  's ed ing'
).split(' ');

function piece(pieces: readonly string[], bits: number): string {
  return pieces[bits % pieces.length] ?? '';
}

function syllable(seed: number, at: number): string {
  const bits = hash32(seed, at + 11);
  return piece(onsets, bits & 0xff) + piece(nuclei, (bits >>> 8) & 0xff);
}

/** How many syllables a new word of this rank has: common words are short. */
function syllablesOf(rank: number, bits: number): number {
  const least = rank < 600 ? 1 : rank < 60_000 ? 2 : 3;
  return least + (bits % 3 === 0 ? 1 : 0);
}

/** A word that nobody has said and everybody can pronounce. */
export function latinLemma(rank: number): string {
  const bits = hash32(rank, 1);
  const count = syllablesOf(rank, bits);
  let word = '';
  for (let at = 0; at < count; at += 1) {
    word += syllable(bits, at);
    if (at < count - 1) word += piece(codas, hash32(bits, at) & 0xff);
  }
  return word + piece(endings, bits >>> 8);
}

export function latinName(rank: number): string {
  const bits = hash32(rank, 2);
  const first = syllable(bits, 0);
  const middle = piece(codas, bits >>> 4) + syllable(bits, 1);
  const name = first + middle + (rank > 20_000 ? syllable(bits, 2) : '') + piece(nameEndings, bits >>> 12);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function arabicLemma(rank: number): string {
  const bits = hash32(rank, 3);
  const length = (rank < 2_000 ? 3 : 4) + (bits % 3);
  let word = bits % 4 === 0 ? 'ال' : '';
  for (let at = 0; at < length; at += 1) {
    word += arabicLetters.charAt(hash32(bits, at) % arabicLetters.length);
  }
  return word + piece(arabicEndings, bits >>> 9);
}

/** Another form of a word, by the endings that English has. */
export function inflected(lemma: string, bits: number): string {
  if (bits % 16 === 0) return piece(prefixes, bits >>> 4) + lemma;
  const suffix = piece(suffixes, bits >>> 4);
  const isOpen = /[aeiou]$/.test(lemma);
  if (isOpen && /^[aei]/.test(suffix)) return lemma.slice(0, -1) + suffix;
  if (lemma.endsWith('y') && suffix === 's') return `${lemma.slice(0, -1)}ies`;
  return lemma + suffix;
}

/** A slip of the hand in the middle of a word: letters swapped, left out, doubled, or another one. */
export function misspelt(word: string, bits: number): string {
  const at = 1 + ((bits >>> 4) % Math.max(1, word.length - 2));
  const before = word.slice(0, at);
  const letter = word.charAt(at);
  const after = word.slice(at + 1);
  switch (bits % 4) {
    case 0:
      return before + after.charAt(0) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return before + String.fromCharCode(97 + ((bits >>> 12) % 26)) + after;
  }
}

/** Years, counts and amounts; the rarer, the longer. */
export function numeral(rank: number, bits: number): string {
  if (rank < 2_000) return String(1 + (bits % 99));
  if (bits % 3 === 0) return String(1900 + (bits % 130));
  if (bits % 3 === 1) return `${String(bits % 100)}.${String((bits >>> 8) % (rank < 60_000 ? 10 : 1_000))}`;
  const thousands = 1 + ((bits >>> 8) % (rank < 60_000 ? 300 : 99_000));
  return `${grouped(thousands)},${padded(bits % 1_000)}`;
}

function padded(number: number): string {
  return String(number).padStart(3, '0');
}

/** Below a million. `toLocaleString` would take longer than the rest of an article. */
function grouped(number: number): string {
  return number < 1_000 ? String(number) : `${String(Math.floor(number / 1_000))},${padded(number % 1_000)}`;
}
