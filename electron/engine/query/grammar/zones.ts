/** A stretch of an article in which something may have to stand, named where a field could be. */
export type Zone = Readonly<{
  /** The headline belongs to it. */
  headline: boolean;
  /** How much of the body does: its first paragraph, or so many words. */
  within: 'paragraph' | number;
}>;

export const maxFirstWords = 100_000;

const namedZones: ReadonlyMap<string, Zone> = new Map([
  ['lead', { headline: false, within: 'paragraph' }],
  ['hlead', { headline: true, within: 'paragraph' }],
]);

export const zoneNames: readonly string[] = [...namedZones.keys()];

const firstWords = /^first([1-9]\d{0,5})$/;

/** Null for what is no zone. */
export function zoneOf(name: string): Zone | null {
  const count = firstWords.exec(name)?.[1];
  return count === undefined ? (namedZones.get(name) ?? null) : { headline: false, within: Number(count) };
}
