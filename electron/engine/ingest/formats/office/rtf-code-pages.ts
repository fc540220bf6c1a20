/** Code pages by their numbers in RTF, where they are not `windows-` and the number. */
const named = new Map([
  [437, 'cp437'],
  [708, 'iso-8859-6'],
  [720, 'cp720'],
  [850, 'cp850'],
  [852, 'cp852'],
  [860, 'cp860'],
  [862, 'cp862'],
  [863, 'cp863'],
  [864, 'cp864'],
  [865, 'cp865'],
  [866, 'cp866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'cp949'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);

/** The code page of a `\fcharset` (RTF specification 1.9.1, font table); 0 is that of the document. */
const charsets = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

export function encodingOfPage(page: number): string {
  return named.get(page) ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}

/** The encoding of a font's letters; null for that of the document. */
export function encodingOfCharset(charset: number): string | null {
  const page = charsets.get(charset);
  return page === undefined ? null : encodingOfPage(page);
}
