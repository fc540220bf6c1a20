import type { Values } from './values.ts';

const plain = 'AEIOUYaeiouycdnrstz';
const withMarks = 'ÀÉÎÖÛÝàéîöûýçďñřšťž';

// Of Unicode's private use area, so that no value holds them.
const valueBegins = '\uE000';
const valueEnds = '\uE001';

/** Text values as they have to be formatted, so that `marked` can tell them from a message's own words. */
export function fenced(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? [name, `${valueBegins}${value}${valueEnds}`] : [name, value],
  );
  return Object.fromEntries(entries) as Values;
}

/**
 * A message with its own words under marks and between brackets, so that words which are in no catalogue stand out on screen,
 * as do messages that are put together of pieces.
 */
export function marked(message: string): string {
  const words = message.split(/(\uE000[^\uE001]*\uE001)/u);
  return `⟦${words.map((part) => (part.startsWith(valueBegins) ? part.slice(1, -1) : withMarksOn(part))).join('')}⟧`;
}

function withMarksOn(words: string): string {
  return Array.from(words, (letter) => withMarks[plain.indexOf(letter)] ?? letter).join('');
}
