/** Destinations that hold no text of the document, those that begin with `\*` besides. */
export const skippedDestinations = new Set(
  'fonttbl colortbl stylesheet info pict objdata header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles generator xmlnstbl bkmkend datafield formfield fchars lchars listtext pntext annotation atnid atnauthor comment tc xe nonshppict template'.split(
    ' ',
  ),
);
/** Characters that control words stand for. */
export const characters = new Map([
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);
/** Words that end a paragraph. */
export const paragraphEnds = new Set('par sect page column cell nestcell row nestrow'.split(' '));
/** The code of a field that is an entry of a table of contents. */
export const contentsField = /^\s*(?:TOC\b|PAGEREF\b|HYPERLINK\s+\\l\b|HYPERLINK\s+"?#?_?Toc)/i;
/** The code of a field that numbers pages, or says when it was printed. */
export const numberField = /^\s*(?:PAGE|NUMPAGES|DATE|TIME|SECTIONPAGES)\b/i;
