import { splitLines, unwrap } from './lines.ts';

/**
 * A hyphen, a soft one, or the sign that old word processors put for it. It is looked for first and the letter before it
 * after: looking for a letter stops at each of a text.
 */
const brokenWord = /[-‐­¬](?<=\p{L}[-‐­¬])[^\S\n]*\r?\n\s*\p{Ll}/u;
const wordAtEnd = /([\p{L}\p{M}]+)([-‐­¬])$/u;
const wordAtStart = /^\p{Ll}[\p{L}\p{M}]*/u;
const maxWordLength = 40;
/** First parts of compounds that keep their hyphen when a line breaks after it. */
const firstParts = new Set(
  (
    'a anti co cross e first fourth fifth five four full half hard ill long middle multi near new non open part post quasi right ' +
    'second self semi seven short six so soft still third three top two twice vice well world year ' +
    'est sont peut doit dit c qu d l n s j t sous demi nord sud arc grand petit semi austro anglo franco euro afro'
  ).split(' '),
);

/** First parts that open words without a hyphen more often ("in-crease", "re-port"), and what follows them with one. */
const secondParts: Readonly<Record<string, string>> = {
  all: 'time out party star around day male female important night inclusive round',
  best: 'known selling seller sellers of dressed paid',
  ex: 'president minister wife husband leader chief prime king soldier soldiers general governor mayor boss partner pilot director colleague',
  far: 'right left reaching flung off fetched away sighted',
  high: 'level profile ranking tech speed rise risk quality end school powered pressure income stakes definition class street',
  in: 'depth house law laws person flight game form between built chief state office',
  inter: 'faith ethnic agency communal party city tribal',
  left: 'wing winger leaning hand handed back footed behind',
  low: 'income cost key level lying paid risk profile lit wage rise carbon fat',
  mid: 'week air term terms size sized day level range life year century table season morning afternoon',
  off: 'the season duty limits site peak road field guard air line hand stage screen',
  old: 'fashioned school age style time timers growth guard',
  on: 'the air screen site demand duty line board going field stage again street',
  one: 'third way day time man woman year off sided half on quarter month week hour person party stop',
  out: 'of and',
  over: 'the by and',
  pre: 'war election dawn trial existing emptive school tax season match budget owned recorded emption condition eminent',
  pro: 'democracy government independence choice life regime opposition business reform union abortion rebel war market',
  re: 'election elections elected elect open opened opening opens enter entered examine emerge establish established evaluate creation enact route',
  sub: 'committee committees par zero contractor contractors editor species standard',
  ten: 'year day minute month week point man fold hour',
  under: 'the secretary age represented fire funded performing investment siege pressure',
  up: 'to and or front market close coming',
  wide: 'ranging eyed angle open reaching',
};

const secondPartsOf = new Map(
  Object.entries(secondParts).map(([first, rests]) => [first, new Set(rests.split(' '))]),
);

/** A stretch of text as one line, like `unwrap`, and words that were broken at the ends of its lines whole again. */
export function joinLines(stretch: string, text: string): string {
  if (!stretch.includes('\n') || !brokenWord.test(stretch)) return unwrap(stretch);
  const { lines } = splitLines(stretch, 0, Infinity);
  const parts: string[] = [];
  // Taken from the whole of what is joined, it would be copied for each line.
  let end = '';
  for (const { start, end: to } of lines) {
    const next = stretch.slice(start, to);
    const join = parts.length === 0 ? '' : joinOf(end, next, text);
    if (join === null) parts.push((parts.pop() ?? '').slice(0, -1), next);
    else parts.push(join, next);
    end = `${join === null ? end.slice(0, -1) : end + join}${next}`.slice(-maxWordLength);
  }
  return parts.join('');
}

/** What comes between what ends so and the next line; null for nothing, and no hyphen either. */
function joinOf(before: string, next: string, text: string): string | null {
  const [end, first, hyphen] = wordAtEnd.exec(before) ?? [];
  const rest = wordAtStart.exec(next)?.[0];
  if (end === undefined || first === undefined || rest === undefined) return ' ';
  // Only a hyphen that can be seen may have been there before the line was broken.
  if (hyphen !== '-' && hyphen !== '‐') return null;
  return keepsHyphen(first, rest, text) ? '' : null;
}

function keepsHyphen(first: string, rest: string, text: string): boolean {
  if (last.text !== text) last = new WrittenText(text);
  if (last.has(first + rest)) return false;
  if (last.has(`${first}-${rest}`)) return true;
  const opening = first.toLowerCase();
  return firstParts.has(opening) || (secondPartsOf.get(opening)?.has(rest) ?? false);
}

/** A look through a text takes as long as the text is: after so many units it is looked among its words, for whole ones. */
const maxUnitsLooked = 200_000_000;
const maxWords = 500_000;
const wholeWord = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?/gu;

/** What a text writes anywhere, to tell how it writes a word that is broken. */
class WrittenText {
  readonly text: string;
  #looked = 0;
  #words: ReadonlySet<string> | null = null;

  constructor(text: string) {
    this.text = text;
  }

  has(word: string): boolean {
    this.#looked += this.text.length;
    if (this.#looked <= maxUnitsLooked) return this.text.includes(word);
    return (this.#words ??= wordsOf(this.text)).has(word);
  }
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(wholeWord)) {
    words.add(word);
    if (words.size === maxWords) break;
  }
  return words;
}

/** Of the stretches of one text one after the other. */
let last = new WrittenText('');
