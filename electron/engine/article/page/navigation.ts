import type { BlockKind } from '../../../contract/article.ts';
import { isProse, type Span } from './prose.ts';
import type { Trait } from './paragraph-features.ts';

const longestList = 15;
const longestItem = 16;
const fewestWordsBeforeEnd = 60;
/** Short lines that an article may end with before its furniture: a sign-off, a result, a list. */
const ownLines = 4;

/** Whether a page carries its navigation and its footers with it, by the unmistakable lines outside the core. */
export function carriesFurniture(traits: readonly Trait[], core: Span | null): boolean {
  let before = 0;
  let after = 0;
  traits.forEach((trait, at) => {
    const { furniture } = trait;
    // A number alone may be a counter, a score, or the number of a section.
    if (furniture === null || trait.key === '#') return;
    if (core !== null && at < core.first) before += furniture === 'edge' ? 0.34 : 1;
    if (core === null || at > core.last) after += furniture === 'edge' ? 0.34 : 1;
  });
  return before >= 1 || after >= 3;
}

/**
 * Marks furniture inside the core by its wording, and what stands behind the core where furniture shows that the
 * article has ended. Without such evidence everything stays body. `protectedEnd` is where the lines about the
 * article end.
 */
export function markFurniture(
  traits: readonly Trait[],
  roles: BlockKind[],
  core: Span,
  protectedEnd: number,
  messy: boolean,
): void {
  let words = 0;
  let ended = false;
  let paused = false;
  for (let at = core.first; at < traits.length; at++) {
    const trait = traits[at];
    if (!trait) continue;
    paused &&= !resumes(traits, at);
    if (ended || paused) {
      ended ||= paused && trait.furniture === 'end';
      roles[at] = 'furniture';
      continue;
    }
    if (trait.furniture === 'end' && (words >= fewestWordsBeforeEnd || at > core.last)) {
      ended = true;
      roles[at] = 'furniture';
    } else if (at > core.last && !isInsert(traits, at) && endsArticle(traits, at, messy)) {
      paused = true;
      roles[at] = 'furniture';
    } else if (trait.furniture === 'list' || trait.furniture === 'neighbour') {
      at = markList(traits, roles, at, trait.furniture === 'list' ? longestList : 1);
    } else if (trait.furniture === 'line' || trait.furniture === 'end') {
      roles[at] = 'furniture';
    } else if (
      trait.furniture === 'edge' &&
      (besideFurniture(traits, at) || (at < protectedEnd && at < core.first))
    ) {
      roles[at] = 'furniture';
    } else words += trait.paragraph.weight;
  }
}

/** Behind a list of titles sentences resume: two in a row, since a teaser has one. */
function resumes(traits: readonly Trait[], at: number): boolean {
  return isSentence(traits[at]) && isSentence(traits[at + 1]) && !isSentence(traits[at - 1]);
}

function isSentence(trait: Trait | undefined): boolean {
  return (
    trait !== undefined &&
    trait.furniture === null &&
    !trait.about &&
    isProse(trait) &&
    trait.paragraph.endsSentence
  );
}

/** An advertisement, with sentences behind it as before it: it interrupts an article. */
function isInsert(traits: readonly Trait[], at: number): boolean {
  const next = traits[at + 1];
  return traits[at]?.furniture === 'line' && next?.furniture === null && !next.about && !isShort(next);
}

/** Behind the core: an unmistakable line of furniture, or a run of titles that leads up to one. */
function endsArticle(traits: readonly Trait[], at: number, messy: boolean): boolean {
  const trait = traits[at];
  if (trait?.furniture && trait.furniture !== 'edge') return true;
  if (!isShort(trait) || trait?.about === true || (trait && isItem(trait))) return false;
  if (headsItems(traits, at)) return false;
  // Only sentences go on from the heaviest span on a page that has shown what else it holds.
  if (messy) return linesToFurniture(traits, at) > ownLines;
  let end = at;
  while (end < traits.length && isShort(traits[end])) end++;
  const leadsToFurniture = traits
    .slice(at, end)
    .some(({ furniture }) => furniture !== null && furniture !== 'edge');
  return leadsToFurniture && linesToFurniture(traits, at) > ownLines;
}

/** How many lines there are before the first that is unmistakably furniture. */
function linesToFurniture(traits: readonly Trait[], from: number): number {
  let at = from;
  while (at < traits.length && (traits[at]?.furniture ?? 'edge') === 'edge') at++;
  return at - from;
}

/** A line of a list or a timetable, which an article may end with: "June 9 -- Coral Sky, FL", "Orne to Hale: 09:05". */
function isItem({ paragraph, furniture }: Trait): boolean {
  return (
    furniture === null &&
    paragraph.weight >= 3 &&
    (/^(?:[-•*·▪–]\s|\p{L}{2,12}\.? \p{Nd}|\p{Nd}{1,2}[.):/ ])/u.test(paragraph.view) ||
      (paragraph.weight <= longestItem && /\p{Nd}{1,3}\s?[:.h–-]\s?\p{Nd}/u.test(paragraph.view)))
  );
}

/** A line that announces a list, or a title with lines of one under it. */
function headsItems(traits: readonly Trait[], at: number): boolean {
  if (/[:：]$/u.test(traits[at]?.paragraph.view ?? '')) return true;
  // Between items an address may stand.
  return traits.slice(at + 1, at + 4).filter(isItem).length >= 2;
}

function isShort(trait: Trait | undefined): boolean {
  return (
    trait !== undefined && !isProse(trait) && !(trait.paragraph.endsSentence && trait.paragraph.weight >= 5)
  );
}

/** Marks a heading and up to `longest` titles under it; answers the last index marked. */
function markList(traits: readonly Trait[], roles: BlockKind[], heading: number, longest: number): number {
  roles[heading] = 'furniture';
  let at = heading;
  while (at - heading < longest) {
    const next = traits[at + 1];
    if (!next || isProse(next) || next.about || (next.furniture !== null && next.furniture !== 'edge')) break;
    if (next.paragraph.endsSentence && /[.]["”)]?$/u.test(next.paragraph.view)) break;
    at++;
    roles[at] = 'furniture';
  }
  return at;
}

function besideFurniture(traits: readonly Trait[], at: number): boolean {
  const sure = (trait: Trait | undefined) => trait !== undefined && trait.furniture !== null;
  return sure(traits[at - 1]) || sure(traits[at + 1]);
}
