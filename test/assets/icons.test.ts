import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const assets = new URL('../../assets/', import.meta.url);
const pngSignature = '89504e470d0a1a0a';

function read(path: string): Buffer {
  return readFileSync(new URL(path, assets));
}

/** The width and height in a PNG's first chunk, in pixels. */
function pngSize(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString('hex')).toBe(pngSignature);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the icons', () => {
  it('come as square PNGs of the size in their names', () => {
    expect(pngSize(read('icons/icon.png'))).toEqual([1024, 1024]);
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      expect(pngSize(read(`icons/png/${size}x${size}.png`))).toEqual([size, size]);
    }
  });

  it('fill an .ico whose directory points at PNGs of 16 to 256 pixels', () => {
    const ico = read('icons/icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const offset = ico.readUInt32LE(entry + 12);
      const image = ico.subarray(offset, offset + ico.readUInt32LE(entry + 8));
      expect(ico.readUInt8(entry)).toBe(pngSize(image)[0] % 256);
      return pngSize(image)[0];
    });
    expect(sizes).toEqual([16, 32, 48, 64, 128, 256]);
  });

  it('fill an .icns with every type from ic07 to ic14, to the last byte', () => {
    const icns = read('icons/icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const widths: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      widths[icns.toString('latin1', at, at + 4)] = pngSize(icns.subarray(at + 8))[0];
    }
    expect(widths).toEqual({
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });
});

describe('the entitlements', () => {
  it('are the two that V8 needs under the hardened runtime, and no more', () => {
    const keys = [
      ...read('entitlements.mac.plist')
        .toString()
        .matchAll(/<key>(.*)<\/key>/g),
    ].map((match) => match[1]);
    expect(keys).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.cs.allow-unsigned-executable-memory',
    ]);
  });
});
