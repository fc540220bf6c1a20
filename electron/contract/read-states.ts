/** What a person says of an article's reading. Excluded ones are found only when a query asks for them. */
export const readingStates = ['read', 'excluded', 'queued'] as const;
export type ReadingState = (typeof readingStates)[number];
