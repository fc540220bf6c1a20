/** What the language makes of an invented word, said by hand. */
export type KnownWord = Readonly<{ form: string; stem: string; isStop: boolean }>;

function families(...lists: readonly (readonly string[])[]): [string, KnownWord][] {
  return lists.flatMap(([stem = '', ...forms]) =>
    forms.map((form): [string, KnownWord] => [form, { form, stem, isStop: false }]),
  );
}

/** By folded form. Each list: what stands for all of its words, then these. */
const known: ReadonlyMap<string, KnownWord> = new Map([
  ...families(
    ['strike', 'strike', 'strikes', 'striking'],
    ['dam', 'dam', 'dams'],
    ['turkey', 'turkey'],
    ['resum', 'resume'],
    ['oil', 'oil'],
    ['woman', 'woman'],
    ['women', 'women'],
    ['ferri', 'ferry', 'ferries'],
    ['mckinley', 'mckinley'],
    ['نفط', 'نفط', 'النفط'],
  ),
  ...['the', 'who'].map((form): [string, KnownWord] => [form, { form, stem: form, isStop: true }]),
]);

/** As they stand in articles. */
export const writtenWords: readonly string[] = [
  ...[
    'strike',
    'strikes',
    'Striking',
    'dam',
    'dams',
    'DAM',
    'turkey',
    'Turkey',
    'TURKEY',
    'résumé',
    'resume',
  ],
  ...['oil', 'woman', 'women', 'ferry', 'ferries', 'McKinley', 'the', 'The', 'who', 'WHO', 'نفط', 'النفط'],
];

/** As they stand in queries: a query of capitals alone is shouted, and says `who` by `WHO`. */
export const askedWords: readonly string[] = writtenWords.filter((word) => word !== 'WHO');

export const patterns: readonly string[] = [
  ...['strik*', 'wom?n', '*ing', 'f*r?', 'dam?', 'r?sume', '*key', 'd*', '?il', 't?rk*y', 'النف?', 'mc*ley'],
];

export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** In capitals a stop word is an organisation. */
const initials: KnownWord = { form: 'who', stem: 'WHO', isStop: false };

export function knownWord(written: string): KnownWord {
  if (written === 'WHO') return initials;
  const form = folded(written);
  const word = known.get(form);
  if (word === undefined) throw new Error(`the vocabulary has no ${written}`);
  return word;
}
