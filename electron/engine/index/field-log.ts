/** Every occurrence in one field of the articles of a segment, in the order of the text; grows as it is written. */
export class FieldLog {
  /** Numbers of the words of the segment. */
  words = new Uint32Array(1024);
  positions = new Uint32Array(1024);
  length = 0;
  /** Where the occurrences of each document end. */
  readonly ends: number[] = [];
  /** Terms in each document, without stop words: Lunr's field length. */
  readonly lengths: number[] = [];

  push(word: number, position: number): void {
    if (this.length === this.words.length) {
      this.words = grown(this.words);
      this.positions = grown(this.positions);
    }
    this.words[this.length] = word;
    this.positions[this.length] = position;
    this.length += 1;
  }
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** The occurrences of a field in the order of `keyOfWord`, and of document and position within a key. */
export type SortedOccurrences = Readonly<{
  /** Where the occurrences of each key begin; one more at the end. */
  starts: Uint32Array;
  documents: Uint32Array;
  positions: Uint32Array;
  writings: Uint32Array;
}>;

/** A stable counting sort, by a key of which there are `keys`. */
export function sortOccurrences(
  log: FieldLog,
  keyOfWord: Uint32Array,
  writingOfWord: Uint32Array,
  keys: number,
): SortedOccurrences {
  const { words, positions, length, ends } = log;
  const starts = new Uint32Array(keys + 1);
  for (let at = 0; at < length; at += 1) {
    const key = (keyOfWord[words[at] as number] as number) + 1;
    starts[key] = (starts[key] as number) + 1;
  }
  for (let key = 1; key <= keys; key += 1) {
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  }
  const next = starts.slice();
  const sorted = {
    starts,
    documents: new Uint32Array(length),
    positions: new Uint32Array(length),
    writings: new Uint32Array(length),
  };
  let at = 0;
  for (let document = 0; document < ends.length; document += 1) {
    for (const end = ends[document] as number; at < end; at += 1) {
      const word = words[at] as number;
      const key = keyOfWord[word] as number;
      const to = next[key] as number;
      next[key] = to + 1;
      sorted.documents[to] = document;
      sorted.positions[to] = positions[at] as number;
      sorted.writings[to] = writingOfWord[word] as number;
    }
  }
  return sorted;
}
