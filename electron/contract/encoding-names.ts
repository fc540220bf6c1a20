/** Encodings that a person may choose for files that were guessed wrongly, by what they are used for. */
export const encodingGroups = [
  { writing: 'unicode', encodings: ['utf-8', 'utf-16le', 'utf-16be'] },
  {
    writing: 'western',
    encodings: ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macroman', 'cp850', 'cp437'],
  },
  {
    writing: 'central-european',
    encodings: ['windows-1250', 'iso-8859-2', 'iso-8859-16', 'maccenteuro', 'cp852'],
  },
  { writing: 'turkish', encodings: ['windows-1254', 'iso-8859-9', 'macturkish', 'cp857'] },
  { writing: 'baltic', encodings: ['windows-1257', 'iso-8859-13', 'iso-8859-4', 'cp775'] },
  { writing: 'nordic', encodings: ['iso-8859-10', 'cp865', 'cp861'] },
  { writing: 'south-european', encodings: ['iso-8859-3', 'cp860'] },
  {
    writing: 'cyrillic',
    encodings: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'maccyrillic', 'cp866', 'cp855'],
  },
  { writing: 'greek', encodings: ['windows-1253', 'iso-8859-7', 'macgreek', 'cp737', 'cp869'] },
  { writing: 'arabic', encodings: ['windows-1256', 'iso-8859-6', 'macarabic', 'cp720'] },
  { writing: 'hebrew', encodings: ['windows-1255', 'iso-8859-8', 'cp862'] },
  { writing: 'thai', encodings: ['windows-874'] },
  { writing: 'vietnamese', encodings: ['windows-1258', 'viscii', 'tcvn'] },
  { writing: 'japanese', encodings: ['shift_jis', 'euc-jp'] },
  { writing: 'chinese', encodings: ['gb18030', 'big5'] },
  { writing: 'korean', encodings: ['euc-kr'] },
] as const satisfies readonly Readonly<{ writing: string; encodings: readonly string[] }>[];

export const encodingNames: readonly string[] = encodingGroups.flatMap(({ encodings }) => encodings);

export interface EncodingApi {
  /**
   * Chooses the encoding of a file or a folder and has what lies in it read again; null leaves it to the bytes. Fails with `not-found`
   * for what is in no source.
   */
  chooseEncoding(
    request: Readonly<{ path: string; encoding: string | null }>,
  ): Promise<Readonly<{ files: number }>>;
}
