/** What a person says of an article's reading. Excluded ones are found only when a query asks for them. */
export const readingStates = ['read', 'excluded', 'queued'] as const;
export type ReadingState = (typeof readingStates)[number];

/** A place in an article, whatever its width and type size: so much of the height of its nth block of text. */
export type TextAnchor = Readonly<{ block: number; share: number }>;
