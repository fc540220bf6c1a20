import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = Readonly<{
  name: string | Uint8Array;
  content: string | Uint8Array;
  isStored?: boolean;
  /** Whether the entry says that its name is in UTF-8. */
  isUtf8?: boolean;
  /** What Unix calls its mode. */
  mode?: number;
  /** What the archive says that the entry has, instead of what it has. */
  size?: number;
}>;

/** A ZIP archive (APPNOTE.TXT 6.3.10), of entries in the order given. */
export function zipOf(...parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored = false, isUtf8 = false, mode = 0o100644, size } of parts) {
    const bytes = Buffer.from(content);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const written = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(isUtf8 ? 0x800 : 0, 2);
    about.writeUInt16LE(isStored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(size ?? bytes.length, 18);
    about.writeUInt16LE(written.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE((mode << 16) >>> 0, 6);
    entry.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), about, written, packed]);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), about, entry, written]));
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entries, Buffer.from('PK\x05\x06'), end]);
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A document of Word, of the XML of its body. */
export function docxOf(body: string, ...more: readonly ZipPart[]): Buffer {
  return zipOf(
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  );
}

/** A paragraph of Word; `properties` are those of all of its text. */
export function wordParagraph(text: string, properties = '', bookmark = ''): string {
  const mark =
    bookmark === '' ? '' : `<w:bookmarkStart w:id="1" w:name="${bookmark}"/><w:bookmarkEnd w:id="1"/>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
  return `<w:p>${mark}<w:r><w:rPr>${properties}</w:rPr>${lines.join('<w:br/>')}</w:r></w:p>`;
}
