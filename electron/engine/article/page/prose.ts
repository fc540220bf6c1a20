import { isPictureName } from './picture-name.ts';
import type { ParagraphFeatures } from './paragraph-features.ts';
import { colon, separator } from '../text/char-classes.ts';

/** `[first, last]`, both included. */
export type Span = Readonly<{ first: number; last: number }>;

const proseWords = 12;
const longLine = 28;
const costliestRun = 150;
const teaserWeight = 8;
const maxTeaserLength = 40;

/** Whether a paragraph reads like running text rather than a title, a label or a list. */
export function isProse({ paragraph }: ParagraphFeatures): boolean {
  const { weight, endsSentence, start, itemStart } = paragraph;
  // An item of a list that is no sentence is a title with its teaser.
  return (weight >= proseWords && endsSentence) || (weight >= longLine && itemStart === start);
}

/** Whether a line is a path through a site: "Home › World › Asia". */
function isBreadcrumb(line: string, kinds: number): boolean {
  if ((kinds & (separator | colon)) === 0) return false;
  return /[»›>→]|::/u.test(line) && line.split(/\s[»›>→]\s|\s::\s/u).length > 2;
}

/** Whether a paragraph could be the headline of an article. */
export function isTitle({ paragraph, about }: ParagraphFeatures): boolean {
  const { weight, start, end, view, kinds } = paragraph;
  return (
    !about &&
    weight >= 1 &&
    weight <= 26 &&
    end - start <= 220 &&
    !isBreadcrumb(view, kinds) &&
    !isPictureName(view)
  );
}

/**
 * The stretch of paragraphs with the most running text for the least furniture: the heaviest contiguous span
 * (Kadane), where prose weighs its words and everything else costs. Null for a text without prose.
 */
export function findCore(traits: readonly ParagraphFeatures[]): Span | null {
  let best: Span | null = null;
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  let run = 0;
  traits.forEach((trait, at) => {
    const weight = isTeaser(traits, at) ? Math.min(weigh(trait), teaserWeight) : weigh(trait);
    // A table inside an article may be long: past a point a run of short lines costs no more.
    const spent = run;
    run = weight < 0 ? run - weight : 0;
    sum +=
      weight < 0 && trait.furniture === null ? -Math.max(0, Math.min(run, costliestRun) - spent) : weight;
    if (sum <= 0) {
      sum = 0;
      first = at + 1;
    } else if (sum > bestSum) {
      bestSum = sum;
      best = { first, last: at };
    }
  });
  return bestSum >= proseWords ? best : null;
}

/** One paragraph of prose with only short lines around it, as under each headline of a list of other stories. */
function isTeaser(traits: readonly ParagraphFeatures[], at: number): boolean {
  const lone = (other: ParagraphFeatures | undefined) =>
    other === undefined || !(isProse(other) || (other.paragraph.endsSentence && other.paragraph.weight >= 5));
  const trait = traits[at];
  return (
    trait !== undefined &&
    isProse(trait) &&
    trait.paragraph.weight < maxTeaserLength &&
    lone(traits[at - 1]) &&
    lone(traits[at - 2]) &&
    lone(traits[at + 1])
  );
}

function weigh(trait: ParagraphFeatures): number {
  const { weight, endsSentence } = trait.paragraph;
  if (trait.furniture === 'end') return -60;
  if (trait.furniture === 'list' || trait.furniture === 'neighbour') return -25;
  if (trait.furniture === 'line') return -8;
  if (trait.about || trait.furniture === 'edge') return -3;
  if (isProse(trait)) return endsSentence ? Math.min(weight, 120) : weight / 2;
  if (weight >= 5 && endsSentence) return weight / 2;
  return -4;
}
