export type TarPart = Readonly<{
  name: string | Uint8Array;
  content: string | Uint8Array;
  /** What kind of entry it is: "0" a file, "2" a link, "L" the long name of the next one, "x" more of the next one. */
  type?: string;
  /** What the archive says that the entry has, instead of what it has. */
  size?: number;
}>;

/** An archive in tar (POSIX.1-1988), of entries in the order given. */
export function tarOf(...parts: readonly TarPart[]): Buffer {
  const blocks: Buffer[] = [];
  for (const { name, content, type = '0', size } of parts) {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    Buffer.from(name).copy(header, 0, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${(size ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124);
    header.write(`${(1_627_300_000).toString(8)}\0`, 136);
    header.write(`        ${type}`, 148);
    header.write('ustar\u000000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
