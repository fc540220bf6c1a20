import type { Random } from './random.ts';

/** Ranks of the core vocabulary, which everybody uses; after it words grow rare faster, and never end. */
const coreWords = 7_873;
const tailExponent = 1.77;
/** Mandelbrot's offset, for which "the" makes up six words in a hundred and not nine. */
const offset = 0.7;
const tabled = 65_536;
const guideSize = 65_536;
const lastRank = 2 ** 31 - 1;

function weightOf(rank: number): number {
  if (rank < coreWords) return 1 / (rank + 1 + offset);
  const atEdge = 1 / (coreWords + offset);
  return atEdge * ((coreWords + offset) / (rank + 1 + offset)) ** tailExponent;
}

/**
 * Draws ranks of words, the commonest 0, by the two power laws that newspapers and books follow: 1/rank for a core of
 * about 8,000 words and rank^-1.77 after it, which makes the vocabulary grow with the 0.565th power of the text
 * (Gerlach and Altmann 2013, "Stochastic model for the vocabulary growth in natural languages", Phys. Rev. X 3).
 */
export class WordRanks {
  readonly #cumulative = new Float64Array(tabled);
  /** For each slice of the unit interval, the first rank that can be in it (Chen and Asau 1974). */
  readonly #guide = new Uint32Array(guideSize);
  readonly #tableShare: number;

  constructor() {
    let sum = 0;
    for (let rank = 0; rank < tabled; rank += 1) this.#cumulative[rank] = sum += weightOf(rank);
    const last = tabled + offset;
    const tail = (weightOf(tabled - 1) * last) / (tailExponent - 1);
    const total = sum + tail;
    for (let rank = 0; rank < tabled; rank += 1) {
      this.#cumulative[rank] = (this.#cumulative[rank] ?? 0) / total;
    }
    this.#tableShare = sum / total;
    let rank = 0;
    for (let slice = 0; slice < guideSize; slice += 1) {
      while (rank < tabled - 1 && (this.#cumulative[rank] ?? 1) <= slice / guideSize) rank += 1;
      this.#guide[slice] = rank;
    }
  }

  draw(random: Random): number {
    const share = random.share();
    if (share >= this.#tableShare) return this.#tailRank((1 - share) / (1 - this.#tableShare));
    let rank = this.#guide[Math.floor(share * guideSize)] as number;
    while ((this.#cumulative[rank] as number) <= share) rank += 1;
    return rank;
  }

  /** `left`: the share of the tail that lies beyond the rank, above 0 up to 1. */
  #tailRank(left: number): number {
    const rank = (tabled + offset) * left ** (-1 / (tailExponent - 1)) - offset;
    return Math.min(lastRank, Math.floor(rank));
  }
}
