const longestTarget = 4_000;
const deepest = 4;

/** A text with its links, and how many it had. */
export type LinkedText = Readonly<{ text: string; links: number }>;

type Stretch = Readonly<{ start: number; end: number }>;

/**
 * A text in Markdown in which links are no more than what they are called, and pictures are gone; addresses may go over several
 * lines. Takes the time of its length.
 */
export function withoutTargets(text: string): LinkedText {
  const openings: number[] = [];
  const removed: Stretch[] = [];
  let links = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '[') {
      openings.push(at);
      if (openings.length > deepest) openings.shift();
    } else if (character === ']') {
      const opening = openings.pop();
      const end = opening !== undefined && text[at + 1] === '(' ? targetEnd(text, at + 2) : null;
      if (opening === undefined || end === null) continue;
      links++;
      if (text[opening - 1] === '!') {
        while ((removed.at(-1)?.start ?? -1) > opening) removed.pop();
        removed.push({ start: opening - 1, end });
      } else removed.push({ start: opening, end: opening + 1 }, { start: at, end });
      at = end - 1;
    }
  }
  return { text: without(text, removed), links };
}

function without(text: string, removed: readonly Stretch[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of [...removed].sort((one, two) => one.start - two.start)) {
    kept.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  kept.push(text.slice(from));
  return kept.join('');
}

/** Behind the bracket that closes an address, or null: not in front of another address, nor of a blank line. */
function targetEnd(text: string, start: number): number | null {
  let depth = 1;
  let isQuoted = false;
  let isBlank = false;
  const limit = Math.min(text.length, start + longestTarget);
  for (let at = start; at < limit; at++) {
    const character = text[at];
    if (character === '\n') {
      if (isBlank) return null;
      isBlank = true;
      continue;
    }
    isBlank &&= character === ' ' || character === '\t' || character === '\r';
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\') at++;
    else if (character === '(') {
      if (text[at - 1] === ']') return null;
      if (!isQuoted) depth++;
    } else if (character === ')' && !isQuoted && --depth === 0) return at + 1;
  }
  return null;
}
