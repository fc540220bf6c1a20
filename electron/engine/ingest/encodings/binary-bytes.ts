import { sentence, type Sentence } from '../../../words/sentence.ts';
const signatures = [
  ['%PDF-', 'kind.pdf'],
  ['PK\x03\x04', 'kind.zip-or-office'],
  ['PK\x05\x06', 'kind.zip'],
  ['\x7fELF', 'kind.program'],
  ['MZ\x90\x00', 'kind.program'],
  ['\x89PNG\r\n', 'kind.png'],
  ['\xff\xd8\xff', 'kind.jpeg'],
  ['GIF87a', 'kind.gif'],
  ['GIF89a', 'kind.gif'],
  ['II*\x00', 'kind.tiff'],
  ['MM\x00*', 'kind.tiff'],
  ['\x1f\x8b\x08', 'kind.gzip'],
  ['BZh91AY', 'kind.bzip2'],
  ['7z\xbc\xaf\x27\x1c', 'kind.7-zip'],
  ['\xfd7zXZ', 'kind.xz'],
  ['(\xb5/\xfd', 'kind.zstandard'],
  ['Rar!\x1a', 'kind.rar'],
  ['\xd0\xcf\x11\xe0', 'kind.old-office'],
  ['SQLite format 3\x00', 'kind.sqlite'],
  ['OggS\x00', 'kind.sound'],
  ['ID3\x03', 'kind.sound'],
  ['ID3\x04', 'kind.sound'],
  ['wOF2', 'kind.font'],
  ['\x00asm', 'kind.program'],
  ['\xca\xfe\xba\xbe', 'kind.program'],
] as const;

const sampleLength = 8_192;
const control = /[\0-\x07\x0e-\x19\x1c-\x1f]/;

/** Says why bytes are no text in an encoding of single bytes or UTF-8, or null when nothing speaks against it. */
export function binaryReason(buffer: Buffer): Sentence | null {
  const head = buffer.toString('latin1', 0, 16);
  for (const [bytes, name] of signatures)
    if (head.startsWith(bytes)) return sentence('file.is-a', { kind: sentence(name) });
  if (/^(?:RIFF....(?:WAVE|AVI |WEBP)|....ftyp)/s.test(head)) return sentence('file.is-media');
  const sample = buffer.subarray(0, sampleLength);
  if (!control.test(sample.toString('latin1'))) return null;
  let nuls = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  // A stray NUL or two is a damaged text; regular ones are another kind of file.
  if (nuls > 2 || nuls * 200 > sample.length)
    return sentence('file.nul-bytes', { count: nuls, of: sample.length });
  if (controls * 50 > sample.length) return sentence('file.controls', { count: controls, of: sample.length });
  return null;
}
