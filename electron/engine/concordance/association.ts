/**
 * How often a word stands near hits (`together`) and in all (`inAll`), beside how many words stand near hits (`near`) and in
 * all (`words`): a table of two rows, near and elsewhere, and two columns, this word and others.
 */
export type Association = Readonly<{ together: number; inAll: number; near: number; words: number }>;

/**
 * Log-likelihood ratio: -2 log λ = 2 Σ O ln(O / E) over the four cells of the table, E = row sum × column sum / words. How
 * unlikely it is that the word stands near hits as often as it does by chance: 3.84 is p < 0.05, 10.83 p < 0.001.
 * T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19(1), 1993.
 */
export function logLikelihood({ together, inAll, near, words }: Association): number {
  const cell = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * words) / (row * column));
  const elsewhere = words - near;
  const others = words - inAll;
  const sum =
    cell(together, near, inAll) +
    cell(near - together, near, others) +
    cell(inAll - together, elsewhere, inAll) +
    cell(elsewhere - inAll + together, elsewhere, others);
  return Math.max(0, 2 * sum);
}

/**
 * Mutual information: I = log2(P(near, word) / (P(near) P(word))), in bits. How many times as often as by chance the word
 * stands near hits, as a power of two; rare words get more than they deserve.
 * K. Church and P. Hanks, "Word association norms, mutual information, and lexicography", Computational Linguistics 16(1),
 * 1990.
 */
export function mutualInformation({ together, inAll, near, words }: Association): number {
  return Math.log2((together * words) / (near * inAll));
}
