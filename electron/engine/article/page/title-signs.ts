import { isByline, isBylineOpening } from '../credits/byline.ts';
import { isUrlLine } from '../credits/source-lines.ts';
import type { ParagraphFeatures } from './paragraph-features.ts';
import { isProse, isTitle } from './prose.ts';

/** How far after a headline its byline or its date may stand, and what they add to its score. */
const introductionReach = 4;
const signedAtOnce = 2.2;
const signedSoon = 1.5;
/** Within so many lines around a title so many with a date are a list. */
const listReach = 10;
const minListed = 3;
const minWordsOfTitle = 4;
const minWordsOfStory = 5;

/** A byline or a date close after a line says that an article begins there. */
export function introduction(traits: readonly ParagraphFeatures[], at: number): number {
  for (let next = at + 1; next <= at + introductionReach; next++) {
    const trait = traits[next];
    if (trait === undefined || (isProse(trait) && next > at + 1)) return 0;
    if (introduces(trait)) return next === at + 1 ? signedAtOnce : signedSoon;
    // Titles in front of another title are those of other stories, and so is one with an address of its own.
    if (isLongTitle(traits[next]) && isLongTitle(traits[at - 1])) return 0;
    if (isUrlLine(trait.paragraph.view) && isLongTitle(traits[next + 1])) return 0;
  }
  return 0;
}

function introduces(trait: ParagraphFeatures): boolean {
  const { view } = trait.paragraph;
  return trait.published !== null || (trait.about && isByline(view)) || isBylineOpening(view);
}

function isLongTitle(trait: ParagraphFeatures | undefined): boolean {
  return trait?.furniture === null && isTitle(trait) && trait.paragraph.weight >= minWordsOfStory;
}

/** Titles that each have a date are a list of stories, wherever the article is. */
export function isListed(traits: readonly ParagraphFeatures[], at: number): boolean {
  const isDated = (title: number) => isLongTitle(traits[title]) && traits[title + 1]?.published != null;
  let dated = 0;
  for (let other = at - listReach; other <= at + listReach; other++) if (isDated(other)) dated++;
  return dated >= minListed;
}

/** A sentence right under a title, or one much longer than it, is the standfirst. */
export function isDeck(traits: readonly ParagraphFeatures[], at: number): boolean {
  const deck = traits[at]?.paragraph;
  for (let above = at - 1; above >= at - 2 && deck; above--) {
    const trait = traits[above];
    if (!trait || !isTitle(trait) || trait.furniture !== null || trait.paragraph.weight < minWordsOfTitle)
      continue;
    const { weight, endsSentence, view } = trait.paragraph;
    // A line in capitals above a title names its section.
    if (view === view.toUpperCase() && view !== view.toLowerCase()) return false;
    return (
      !endsSentence &&
      (/[.。]$/u.test(deck.view) || deck.weight > weight * 1.5) &&
      !isLongTitle(traits[above - 1])
    );
  }
  return false;
}
