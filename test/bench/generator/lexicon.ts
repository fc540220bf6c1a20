import { functionWords, type GeneratedLanguage } from './function-words.ts';
import { hash32 } from './random.ts';
import { arabicLemma, inflected, latinLemma, latinName, misspelt, numeral } from './spelling.ts';

type Kind = 'lemma' | 'form' | 'name' | 'number' | 'slip';

/** Ranks whose spelling is kept; rarer words are spelt anew each time, so that the lexicon stays small. */
const kept = 131_072;

/** Of a hundred new words: how many are of each kind. The rare ones of newspapers are names, numbers and slips. */
function kindOf(rank: number): Kind {
  const draw = hash32(rank, 5) % 100;
  if (rank < 10_000) return draw < 52 ? 'lemma' : draw < 88 ? 'form' : draw < 98 ? 'name' : 'number';
  if (draw < 15) return 'lemma';
  if (draw < 35) return 'form';
  if (draw < 70) return 'name';
  return draw < 84 ? 'number' : 'slip';
}

/** Every word of a language by its rank, the commonest 0: the same word each time, and no end of them. */
export class Lexicon {
  readonly functionWords: readonly string[];
  readonly #isArabic: boolean;
  readonly #known: (string | undefined)[] = [];

  constructor(language: GeneratedLanguage) {
    this.functionWords = functionWords[language];
    this.#isArabic = language === 'ar';
  }

  isFunctionWord(rank: number): boolean {
    return rank < this.functionWords.length;
  }

  word(rank: number): string {
    if (rank >= kept) return this.#spell(rank);
    return (this.#known[rank] ??= this.#spell(rank));
  }

  #spell(rank: number): string {
    const functionWord = this.functionWords[rank];
    if (functionWord !== undefined) return functionWord;
    if (this.#isArabic) return arabicLemma(rank);
    const bits = hash32(rank, 6);
    switch (kindOf(rank)) {
      case 'lemma':
        return latinLemma(rank);
      case 'form':
        return inflected(latinLemma(this.#lemmaBefore(rank)), bits);
      case 'name':
        return latinName(rank);
      case 'number':
        return numeral(rank, bits);
      case 'slip':
        return misspelt(this.word(this.functionWords.length + (bits % 9_000)), hash32(rank, 8));
    }
  }

  /** The rank of a commoner word that this one is a form of. */
  #lemmaBefore(rank: number): number {
    const first = this.functionWords.length;
    let before = rank;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      before = first + Math.floor(((rank - first) * (hash32(rank, 40 + attempt) % 1_000)) / 1_000);
      if (kindOf(before) === 'lemma') break;
    }
    return before;
  }
}
