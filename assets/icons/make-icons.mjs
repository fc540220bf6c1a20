/**
 * Renders every icon of the app and the background of the disk image from the drawings in this tree.
 *
 *   node assets/icons/make-icons.mjs
 *
 * Needs `rsvg-convert` (Debian and Ubuntu: librsvg2-bin; macOS: brew install librsvg). The results are committed,
 * so that building a package needs neither. 16 and 32 pixels have drawings of their own, because the frames of
 * icon.svg fall between pixels there.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const icons = fileURLToPath(new URL('.', import.meta.url));
const installer = fileURLToPath(new URL('../installer/', import.meta.url));
const drawingOfSize = { 16: 'icon-16.svg', 32: 'icon-32.svg' };
const pngSizes = [16, 32, 48, 64, 128, 256, 512];
const icoSizes = [16, 32, 48, 64, 128, 256];

// Apple's types for PNG entries; several hold the same pixels, once plain and once for a doubled display.
const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

function render(drawing, width, file) {
  execFileSync('rsvg-convert', ['--width', String(width), '--keep-aspect-ratio', drawing, '--output', file]);
}

function png(size) {
  return readFileSync(size === 1024 ? `${icons}icon.png` : `${icons}png/${size}x${size}.png`);
}

/** ICO: a 6-byte header, a 16-byte entry for each image (0 stands for 256 pixels), then the PNG files. */
function ico(sizes) {
  const images = sizes.map(png);
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(images[index].length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += images[index].length;
  });
  return Buffer.concat([header, ...images]);
}

/** ICNS: `icns` and the length of the file, then for each image its type, its length with these 8 bytes, the PNG. */
function icns(types) {
  const entries = types.map(([type, size]) => chunk(type, png(size)));
  return chunk('icns', Buffer.concat(entries));
}

function chunk(type, data) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([header, data]);
}

mkdirSync(`${icons}png`, { recursive: true });
for (const size of pngSizes) {
  render(`${icons}${drawingOfSize[size] ?? 'icon.svg'}`, size, `${icons}png/${size}x${size}.png`);
}
render(`${icons}icon.svg`, 1024, `${icons}icon.png`);
writeFileSync(`${icons}icon.ico`, ico(icoSizes));
writeFileSync(`${icons}icon.icns`, icns(icnsTypes));
render(`${installer}dmg-background.svg`, 600, `${installer}dmg-background.png`);
render(`${installer}dmg-background.svg`, 1200, `${installer}dmg-background@2x.png`);
