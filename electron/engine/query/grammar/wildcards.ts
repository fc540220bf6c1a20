/** `*` stands for any run of letters, `?` for one. */
export function isPattern(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Runs of stars as one, which they mean. */
export function tidyPattern(pattern: string): string {
  return pattern.replace(/\*+/g, '*');
}

/** The letters of a pattern between its wildcards. */
export function literalPieces(pattern: string): string[] {
  return pattern.split(/[*?]/);
}

/** A test for a pattern in which `*` stands for any run of characters; linear in the length of the word. */
export function wildcardTest(pattern: string): (word: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (word) => word === first;
  return (word) => {
    if (!word.startsWith(first)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = word.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return word.length - at >= last.length && word.endsWith(last);
  };
}

/** A test for a pattern with `*` and `?`. */
export function patternTest(pattern: string): (word: string) => boolean {
  if (!pattern.includes('?')) return wildcardTest(pattern);
  const [first = [], ...rest] = pattern.split('*').map((piece) => [...piece]);
  const last = rest.pop();
  if (last === undefined) return (word) => isAt(first, [...word], 0, true);
  return (word) => {
    const letters = [...word];
    if (!isAt(first, letters, 0, false)) return false;
    let at = first.length;
    for (const piece of rest) {
      // Each run between stars is looked for once: its first place leaves most room for the others.
      while (at + piece.length <= letters.length && !isAt(piece, letters, at, false)) at += 1;
      at += piece.length;
    }
    const end = letters.length - last.length;
    return end >= at && isAt(last, letters, end, true);
  };
}

/** Whether a piece stands at `at`, and, when `toEnd` says so, nothing after it. */
function isAt(piece: readonly string[], letters: readonly string[], at: number, toEnd: boolean): boolean {
  if (toEnd ? letters.length !== at + piece.length : letters.length < at + piece.length) return false;
  return piece.every((letter, nth) => letter === '?' || letter === letters[at + nth]);
}
