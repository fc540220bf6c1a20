import type { Piece } from './pdf-pieces.ts';

/** Letters are apart by less than that share of their size, words by more. */
const wordGap = { ltr: 0.15, rtl: 0.12 };
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /[\p{L}\p{N}]/u;
const joinsNumbers = /^[.,:/٫٬%+-]$/u;
const onlyMarks = /^\p{M}+$/u;
const opening = '([{«‹';
const closing = ')]}»›';

/** Whether pieces are written from right to left. */
export function isRightToLeft(pieces: readonly Piece[]): boolean {
  let right = 0;
  let left = 0;
  for (const { text } of pieces) {
    if (rightToLeft.test(text)) right += text.length;
    else if (/\p{L}/u.test(text)) left += text.length;
  }
  return right > left;
}

/**
 * The text of a line, of its pieces in whatever order. pdf.js gives them as they are painted, Arabic from its last letter on:
 * they are put in the order of reading by their places, numbers and Latin words turned back.
 */
export function lineText(pieces: readonly Piece[], isRtl: boolean): string {
  const ordered = [...pieces].sort((one, other) => one.x - other.x);
  if (!isRtl) return joined(ordered, wordGap.ltr, false);
  return unmirrored(joined(turnedBack(withMarks(ordered).reverse()), wordGap.rtl, true));
}

/** Runs of numbers and of Latin words, which stand from left to right within a line that does not. */
function turnedBack(pieces: readonly Piece[]): Piece[] {
  const turned: Piece[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    // Marks at the end of a run belong to the line around it.
    const behind: Piece[] = [];
    for (let last = run.at(-1); last !== undefined && !isLeft(last); last = run.at(-1)) {
      behind.unshift(last);
      run.pop();
    }
    turned.push(...run.reverse(), ...behind);
    run = [];
  };
  for (const piece of pieces) {
    if (rightToLeft.test(piece.text)) {
      end();
      turned.push(piece);
    } else if (isLeft(piece) || (run.length > 0 && joinsNumbers.test(piece.text.trim()))) run.push(piece);
    else if (run.length > 0 && isAllLatin(run)) run.push(piece);
    else {
      end();
      turned.push(piece);
    }
  }
  end();
  return turned;
}

function isLeft({ text }: Piece): boolean {
  return leftToRight.test(text) && !rightToLeft.test(text);
}

function isAllLatin(run: readonly Piece[]): boolean {
  return run.some(({ text }) => /\p{Script=Latin}/u.test(text));
}

/** Vowel signs are pieces of their own in some files: each goes to the letter that it stands over. */
function withMarks(pieces: readonly Piece[]): Piece[] {
  const letters = pieces.filter(({ text }) => !onlyMarks.test(text));
  if (letters.length === pieces.length) return [...pieces];
  const marked = letters.map((piece) => ({ ...piece }));
  for (const { text, x, width } of pieces.filter((piece) => onlyMarks.test(piece.text))) {
    const middle = x + width / 2;
    let nearest = marked[0];
    for (const letter of marked)
      if (nearest === undefined || distance(letter, middle) < distance(nearest, middle)) nearest = letter;
    if (nearest !== undefined) nearest.text += text;
  }
  return marked;
}

function distance({ x, width }: Piece, at: number): number {
  return at < x ? x - at : at > x + width ? at - x - width : 0;
}

function joined(pieces: readonly Piece[], gap: number, isRtl: boolean): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (
      last !== null &&
      spaceBetween(last, piece) > gap * Math.min(last.size, piece.size) &&
      !text.endsWith(' ')
    )
      text += ' ';
    // The same letters painted twice, to look bold.
    else if (last !== null && !isRtl && piece.text === last.text && Math.abs(piece.x - last.x) < 1) continue;
    text += piece.text;
    last = piece;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function spaceBetween(one: Piece, other: Piece): number {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  return right.x - (left.x + left.width);
}

/** Brackets are painted as they look, and some files say what was painted. */
function unmirrored(text: string): string {
  const firstOpening = [...text].findIndex((letter) => opening.includes(letter));
  const firstClosing = [...text].findIndex((letter) => closing.includes(letter));
  if (firstClosing === -1 || firstOpening === -1 || firstOpening < firstClosing) return text;
  return [...text]
    .map((letter) => {
      const [open, close] = [opening.indexOf(letter), closing.indexOf(letter)];
      return open > -1 ? closing[open] : close > -1 ? opening[close] : letter;
    })
    .join('');
}
