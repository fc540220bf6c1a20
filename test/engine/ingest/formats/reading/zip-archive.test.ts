import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { isZip, ZipArchive } from '../../../../../electron/engine/ingest/formats/reading/zip/zip-archive.ts';
import { byteSource } from '../../../../support/read-format.ts';
import { zipOf } from '../../../../support/zip-of.ts';

test('entries are named and read, packed or stored', async () => {
  const input = byteSource(
    zipOf(
      { name: 'feed/', content: '', isStored: true },
      { name: 'feed/a.txt', content: 'The ferry stopped.'.repeat(100) },
      { name: 'b\\c.txt', content: 'Stored.', isStored: true },
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
    ),
  );
  expect(isZip(input)).toBe(true);
  const zip = await ZipArchive.open(input);
  expect(zip.entries.map(({ name, size, isFolder, isLink }) => [name, size, isFolder, isLink])).toEqual([
    ['feed/', 0, true, false],
    ['feed/a.txt', 1800, false, false],
    ['b/c.txt', 7, false, false],
    ['link', 11, false, true],
  ]);
  const read = async (name: string): Promise<string> => {
    const entry = zip.entry(name);
    return entry === null ? '' : (await zip.bytes(entry)).toString();
  };
  expect(await read('Feed/A.txt')).toBe('The ferry stopped.'.repeat(100));
  expect(await read('b/c.txt')).toBe('Stored.');
});

test('names are UTF-8 where they are, else what all of them together look like', async () => {
  const arabic = ['الميناء.txt', 'العبارة توقفت.txt', 'الجزيرة تنتظر.txt'];
  const zip = await ZipArchive.open(
    byteSource(
      zipOf(
        ...arabic.map((name) => ({ name: iconv.encode(name, 'windows-1256'), content: 'a' })),
        { name: 'Fähre.txt', content: 'b' },
        { name: 'Île.txt', content: 'c', isUtf8: true },
      ),
    ),
  );
  expect(zip.entries.map(({ name }) => name)).toEqual([...arabic, 'Fähre.txt', 'Île.txt']);
});

test('an archive that unpacks without end is not opened, nor an entry read beyond what it is said to hold', async () => {
  const zeros = Buffer.alloc(40_000_000);
  await expect(ZipArchive.open(byteSource(zipOf({ name: 'a.txt', content: zeros })))).rejects.toThrow(
    'it unpacks to more than 200 times its size',
  );
  const lying = await ZipArchive.open(byteSource(zipOf({ name: 'a.txt', content: zeros, size: 1_000 })));
  const [entry] = lying.entries;
  await expect(entry === undefined ? null : lying.bytes(entry)).rejects.toThrow(/too many bytes/);
});

test('what is no archive, or one that was cut off, is told in a sentence', async () => {
  const whole = zipOf({ name: 'a.txt', content: 'The ferry stopped.' });
  await expect(ZipArchive.open(byteSource(whole.subarray(0, whole.length - 30)))).rejects.toThrow(
    /truncated/,
  );
});
