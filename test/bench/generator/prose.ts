import type { Lexicon } from './lexicon.ts';
import { hash32, type Random } from './random.ts';
import { latinName } from './spelling.ts';
import type { WordRanks } from './word-ranks.ts';

const topics = 3_000;
const wordsOfTopic = 60;
const poolSize = 24;
/** How often a content word is one that the article, or its topic, had already: words come in bursts. */
const repeated = 0.3;
const people = 20_000;

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const strides = [7, 11, 13, 17, 19, 23, 29, 31] as const;
const linkingWords = 20;
const names: (string | undefined)[] = [];

/** A person; a few are in the news all the time. */
export function personName(random: Random): string {
  const number = Math.floor(people * random.share() ** 3);
  return (names[number] ??= `${latinName(hash32(number, 21) % 700)} ${latinName(1_000 + number)}`);
}

/** Writes the sentences of one article: words of its language by their frequency, and again those of its topic. */
export class Prose {
  readonly #ranks: WordRanks;
  readonly #lexicon: Lexicon;
  readonly #random: Random;
  readonly #pool = new Uint32Array(poolSize);

  constructor(ranks: WordRanks, lexicon: Lexicon, random: Random, topicSeed: number) {
    this.#ranks = ranks;
    this.#lexicon = lexicon;
    this.#random = random;
    // A few topics are in the news all the time.
    const topic = Math.floor(topics * (hash32(topicSeed, 31) / 4294967296) ** 2);
    // No stride shares a factor with the number of words, so that the pool holds none twice.
    const stride = strides[topicSeed % strides.length] ?? 7;
    for (let slot = 0; slot < poolSize; slot += 1) {
      const bits = hash32(topic, ((topicSeed + slot * stride) % wordsOfTopic) + 100);
      // Between the 200th and the 40,000th word, evenly on a logarithmic scale.
      this.#pool[slot] = Math.floor(200 * 200 ** (bits / 4294967296));
    }
  }

  #word(): string {
    const random = this.#random;
    const rank = this.#ranks.draw(random);
    if (this.#lexicon.isFunctionWord(rank)) return this.#lexicon.word(rank);
    const slot = random.below(poolSize);
    if (random.chance(repeated)) return this.#lexicon.word(this.#pool[slot] as number);
    if (random.chance(0.3)) this.#pool[slot] = rank;
    return this.#lexicon.word(rank);
  }

  #contentWord(slot: number): string {
    return this.#lexicon.word(this.#pool[slot % poolSize] as number);
  }

  /** `words` of them, without an end; every third a function word. */
  line(words: number, inCapitals: boolean): string {
    const { functionWords } = this.#lexicon;
    const first = this.#random.below(poolSize);
    let line = '';
    for (let at = 0; at < words; at += 1) {
      const isLinking = at > 0 && at < words - 1 && this.#random.chance(0.3);
      const word = isLinking
        ? (functionWords[this.#random.below(linkingWords)] ?? '')
        : this.#contentWord(first + at);
      line += (at === 0 ? '' : ' ') + (at === 0 || (inCapitals && !isLinking) ? capitalised(word) : word);
    }
    return line;
  }

  sentence(): string {
    const random = this.#random;
    const words = 7 + random.below(14) + random.below(14);
    const quoted = random.chance(0.12);
    let sentence = capitalised(this.#word());
    for (let at = 1; at < words; at += 1) {
      const word = this.#word();
      const mark = random.below(256);
      if (mark < 12) sentence += ', ';
      else if (mark === 12) sentence += `, ${personName(random)}’s `;
      else if (mark === 13) sentence += ` in ${String(1995 + random.below(27))} `;
      else sentence += ' ';
      sentence += word;
    }
    return quoted ? `“${sentence},” ${this.#speaker()}` : `${sentence}.`;
  }

  #speaker(): string {
    const random = this.#random;
    return random.chance(0.5)
      ? `said ${personName(random)}.`
      : `the ${this.#contentWord(random.below(poolSize))} said.`;
  }
}
