import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../../../../electron/engine/index/bytes/byte-buffer.ts';
import { writeFrontCodedText } from '../../../../electron/engine/index/terms/term-block.ts';
import {
  areSame,
  sliceOf,
  textOf,
  writeFrontCoded,
} from '../../../../electron/engine/index/bytes/utf16-slice.ts';
import { Utf8Lines } from '../../../../electron/engine/index/bytes/utf8-lines.ts';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('a', 'ab', '\ud835', ''));

test('letters are written as the same strings are', () => {
  fc.assert(
    fc.property(text, text, (previous, key) => {
      const [strings, letters] = [new ByteWriter(), new ByteWriter()];
      writeFrontCodedText(strings, previous, key);
      writeFrontCoded(letters, sliceOf(previous), sliceOf(key));
      expect(letters.toBytes()).toEqual(strings.toBytes());
      expect(areSame(sliceOf(previous), sliceOf(key))).toBe(previous === key);
      expect(textOf(sliceOf(key))).toBe(key);
    }),
  );
});

test('a very long string comes back', () => {
  const long = 'harbour '.repeat(100_000);
  expect(textOf(sliceOf(long))).toBe(long);
});

test('lines hold each string as UTF-8 with a line feed behind it', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const lines = new Utf8Lines();
      for (const one of texts) {
        if (/^[\0-\u07ff]*$/.test(one)) lines.pushUnits(sliceOf(one).units, one.length);
        else lines.push(one);
      }
      const held = texts.map((_, nth) => lines.bytes.slice(lines.startOf(nth), lines.endOf(nth)));
      expect(held).toEqual(texts.map((one) => new TextEncoder().encode(`${one}\n`)));
    }),
  );
});
