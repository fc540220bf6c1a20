/** Wildcards and edit distances that a query can have: each looks through all words of the archive. */
export const mostPatterns = 50;

export const tooManyPatterns = `a query has ${String(mostPatterns)} wildcards and edit distances at most`;
