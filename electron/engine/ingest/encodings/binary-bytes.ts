const signatures: readonly (readonly [bytes: string, name: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['PK\x05\x06', 'a ZIP archive'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
  ['\x89PNG\r\n', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF87a', 'a GIF picture'],
  ['GIF89a', 'a GIF picture'],
  ['II*\x00', 'a TIFF picture'],
  ['MM\x00*', 'a TIFF picture'],
  ['\x1f\x8b\x08', 'a gzip file'],
  ['BZh91AY', 'a bzip2 file'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['\xfd7zXZ', 'an XZ file'],
  ['(\xb5/\xfd', 'a Zstandard file'],
  ['Rar!\x1a', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['SQLite format 3\x00', 'a SQLite database'],
  ['OggS\x00', 'a sound file'],
  ['ID3\x03', 'a sound file'],
  ['ID3\x04', 'a sound file'],
  ['wOF2', 'a font'],
  ['\x00asm', 'a program'],
  ['\xca\xfe\xba\xbe', 'a program'],
];

const sampleLength = 8_192;
const control = /[\0-\x07\x0e-\x19\x1c-\x1f]/;

/** Says why bytes are no text in an encoding of single bytes or UTF-8, or null when nothing speaks against it. */
export function binaryReason(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, 16);
  for (const [bytes, name] of signatures) if (head.startsWith(bytes)) return `the file is ${name}`;
  if (/^(?:RIFF....(?:WAVE|AVI |WEBP)|....ftyp)/s.test(head))
    return 'the file is a sound, a film or a picture';
  const sample = buffer.subarray(0, sampleLength);
  if (!control.test(sample.toString('latin1'))) return null;
  let nuls = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  // A stray NUL or two is a damaged text; regular ones are another kind of file.
  if (nuls > 2 || nuls * 200 > sample.length) return `${nuls} NUL bytes in the first ${sample.length}`;
  if (controls * 50 > sample.length)
    return `${controls} control characters in the first ${sample.length} bytes`;
  return null;
}
