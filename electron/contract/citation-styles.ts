/** How an article may be cited. */
export const citationStyles = ['apa', 'chicago', 'mla', 'harvard', 'footnote'] as const;
export type CitationStyle = (typeof citationStyles)[number];
