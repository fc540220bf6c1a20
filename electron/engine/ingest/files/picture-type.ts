const signatures: readonly (readonly [signature: RegExp, type: string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^[\s\S]{4}ftypavi[fs]/, 'image/avif'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'image/bmp'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:svg[\s>]|(?:\?xml|!--|!DOCTYPE svg)[\s\S]*?<svg[\s>])/, 'image/svg+xml'],
];
const lookedAt = 2_048;

/** The media type of a picture that pages have, by its bytes; null of anything else, whatever its name. */
export function pictureType(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, lookedAt);
  return signatures.find(([signature]) => signature.test(head))?.[1] ?? null;
}
