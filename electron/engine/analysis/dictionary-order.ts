let collator: Intl.Collator | null = null;

/**
 * Below 0 when one string stands before another in a dictionary of no one language. What that does not tell apart has a fixed order all
 * the same. A collator takes ten milliseconds to make, which who opens a library need not wait for.
 */
export function dictionaryOrder(one: string, other: string): number {
  collator ??= new Intl.Collator('und');
  return collator.compare(one, other) || (one < other ? -1 : 1);
}
