import iconv from 'iconv-lite';

/** How a script's letters are told from those of others that a table holds too. */
export type TableScript = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'hebrew' | 'thai' | 'vietnamese';

/** A table of single bytes: `high` are the 128 characters from 0x80, `rarity` what its name alone costs, in -ln p. */
export type SingleByteTable = Readonly<{
  encoding: string;
  script: TableScript;
  rarity: number;
  high: readonly string[];
}>;

/** Names, commonest first within a script; the rarity of Windows is 0, of ISO 2, of the other systems 4 and more. */
const rows: readonly (readonly [script: TableScript, rarity: number, encodings: string])[] = [
  ['latin', 0, 'windows-1252'],
  ['latin', 1, 'windows-1254'],
  ['latin', 1.5, 'windows-1250 windows-1257'],
  ['latin', 2, 'iso-8859-15 iso-8859-2 iso-8859-9 iso-8859-13'],
  ['latin', 4, 'macroman cp850 cp437 cp852 cp857 maccenteuro'],
  [
    'latin',
    5,
    'iso-8859-4 iso-8859-3 iso-8859-16 iso-8859-10 iso-8859-14 macturkish cp775 cp865 cp860 cp861 cp863',
  ],
  ['latin', 7, 'macromania maccroatian maciceland'],
  ['cyrillic', 0, 'windows-1251'],
  ['cyrillic', 1, 'koi8-r cp866'],
  ['cyrillic', 2, 'koi8-u iso-8859-5 maccyrillic cp855'],
  ['cyrillic', 4, 'macukraine cp1125 rk1048'],
  ['greek', 0, 'windows-1253'],
  ['greek', 1, 'iso-8859-7'],
  ['greek', 3, 'cp737 macgreek cp869'],
  ['arabic', 0, 'windows-1256'],
  ['arabic', 1, 'iso-8859-6'],
  ['arabic', 3, 'cp720 macarabic'],
  ['hebrew', 0, 'windows-1255'],
  ['hebrew', 1, 'iso-8859-8'],
  ['hebrew', 3, 'cp862'],
  ['thai', 0, 'windows-874'],
  ['thai', 4, 'macthai'],
  ['vietnamese', 0, 'windows-1258'],
  ['vietnamese', 3, 'viscii tcvn'],
];

/**
 * The table of the Macintosh for Arabic, which iconv-lite lacks, as ARABIC.TXT of Unicode's Apple mappings has it: upper half, with
 * the marks of right-to-left writing as the plain ones.
 */
const macArabic =
  'Ä\u00a0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ô\u00f6÷úùûü' +
  ' !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟' +
  '❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_' +
  'ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے';

let tables: readonly SingleByteTable[] | null = null;

/** Every table that texts are tried with; made at the first question. */
export function singleByteTables(): readonly SingleByteTable[] {
  tables ??= rows.flatMap(([script, rarity, encodings]) =>
    encodings.split(' ').map((encoding) => ({ encoding, script, rarity, high: highHalf(encoding) })),
  );
  return tables;
}

function highHalf(encoding: string): readonly string[] {
  if (encoding === 'macarabic') return [...macArabic];
  return Array.from({ length: 128 }, (_, at) => iconv.decode(Buffer.of(0x80 + at), encoding) || '\ufffd');
}

/** Decodes bytes by a table. */
export function decodeByTable(bytes: Uint8Array, { high }: SingleByteTable): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (high[byte - 0x80] ?? '\ufffd');
  return text;
}
