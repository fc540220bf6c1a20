import type { ParagraphFeatures } from './paragraph-features.ts';
import { isProse, isTitle, type Span } from './prose.ts';

/** Text of fewer words than this may be that of teasers around an article that is a table. */
const littleProse = 200;
const sentenceReach = 8;
const minWordsOfSentence = 5;
const minWordsOpen = 11;
const minLines = 12;

/** `title`: the headline, where it is known by what stands under it. */
export type IntroducedSpan = Span & Readonly<{ title?: number }>;

/**
 * The core of a page whose article has little running text, a table or a list: from a title with its date and a sentence
 * under it to what is unmistakably no article. `core` where that one is long, or no such title stands in front of it.
 */
export function introducedCore(
  traits: readonly ParagraphFeatures[],
  core: Span | null,
): IntroducedSpan | null {
  const before = core?.first ?? traits.length;
  if (core !== null && proseIn(traits, core) >= littleProse) return core;
  for (let at = 0; at < before; at++) {
    const first = textBehind(traits, at);
    if (first === null || first >= before) continue;
    let last = first;
    while (last + 1 < traits.length && !ends(traits[last + 1])) last++;
    if (last - first >= minLines && (core === null || last < core.first)) return { first, last, title: at };
  }
  return core;
}

function proseIn(traits: readonly ParagraphFeatures[], { first, last }: Span): number {
  let words = 0;
  for (let at = first; at <= last; at++) {
    const trait = traits[at];
    if (trait && trait.furniture === null && isProse(trait)) words += trait.paragraph.weight;
  }
  return words;
}

/** Where the text under a title with a date begins, or null. */
function textBehind(traits: readonly ParagraphFeatures[], title: number): number | null {
  const trait = traits[title];
  if (trait?.furniture !== null || !isTitle(trait) || trait.paragraph.weight < 2) return null;
  if (traits[title + 1]?.published?.dates.some(({ year }) => year !== null) !== true) return null;
  for (let at = title + 2; at <= title + sentenceReach; at++) {
    const next = traits[at];
    if (
      next?.furniture === null &&
      next.paragraph.weight >= minWordsOfSentence &&
      (next.paragraph.endsSentence || next.paragraph.weight >= minWordsOpen)
    )
      return at;
  }
  return null;
}

function ends(trait: ParagraphFeatures | undefined): boolean {
  return trait !== undefined && trait.furniture !== null && trait.furniture !== 'edge';
}
