/** Programs that write pages declare an encoding within so many bytes of the beginning. */
const declaredWithin = 4_096;
const declarations = [
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i,
  /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})["']/i,
] as const;
/** What a browser reads where a page declares one of these (Encoding Standard, labels). */
const readAs = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['iso-8859-11', 'windows-874'],
  ['tis-620', 'windows-874'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['shift_jis', 'shift_jis'],
  ['ks_c_5601-1987', 'euc-kr'],
  // A page that can be read for this declaration has one byte a character.
  ['utf-16', 'utf-8'],
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
]);

/** The encoding that a page declares, in lower case, as browsers take it; null for one that declares none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, declaredWithin),
  ).toString('latin1');
  // A comment can hold anything, such as the local name of a time zone in that of SingleFile.
  const seen = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const declaration of declarations) {
    const name = declaration.exec(seen)?.[1]?.toLowerCase();
    if (name !== undefined) return readAs.get(name) ?? name;
  }
  return null;
}
