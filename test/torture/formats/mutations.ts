import { gzipSync } from 'node:zlib';
import { tarOf } from '../../support/tar-of.ts';
import { zipOf } from '../../support/zip-of.ts';
import { draw, pick } from '../trial.ts';
import type { FormatSample } from './format-samples.ts';

type Mutation = (sample: FormatSample, random: () => number) => FormatSample;

const lengths = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff];
const openings = [
  '[',
  '{"a":',
  '<div>',
  '<a b="',
  '{\\rtf ',
  '"',
  '<![CDATA[',
  '<!--',
  '=?utf-8?q?',
  '(',
  '\\u0',
];

/** What goes wrong with files, and what somebody may do to them. */
const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (sample, random) => {
    const bytes = Buffer.from(sample.content);
    for (let left = 1 + draw(random, 40); left > 0; left -= 1)
      bytes[draw(random, bytes.length)] = draw(random, 256);
    return { ...sample, content: bytes };
  },
  cut: ({ name, content }, random) => ({ name, content: content.subarray(0, draw(random, content.length)) }),
  'its beginning cut': ({ name, content }, random) => ({
    name,
    content: content.subarray(draw(random, content.length)),
  }),
  doubled: ({ name, content }, random) => {
    const start = draw(random, content.length);
    const piece = content.subarray(start, start + 1 + draw(random, 4096));
    const copies = Array.from({ length: 1 + draw(random, Math.ceil(2_000_000 / piece.length)) }, () => piece);
    return { name, content: Buffer.concat([content.subarray(0, start), ...copies, content.subarray(start)]) };
  },
  'a length changed': (sample, random) => {
    const bytes = Buffer.from(sample.content);
    const value = pick(random, lengths);
    const digits = [...bytes.toString('latin1').matchAll(/\d{1,9}/g)];
    if (random() < 0.5 && digits.length > 0) {
      const { index, 0: number } = pick(random, digits);
      const parts = [
        bytes.subarray(0, index),
        Buffer.from(String(value)),
        bytes.subarray(index + number.length),
      ];
      return { ...sample, content: Buffer.concat(parts) };
    }
    if (bytes.length > 4) bytes.writeUInt32LE(value, draw(random, bytes.length - 4));
    return { ...sample, content: bytes };
  },
  'nested deeper': ({ name, content }, random) => {
    const at = draw(random, content.length);
    const deep = Buffer.from(pick(random, openings).repeat(1 + draw(random, 100_000)));
    return { name, content: Buffer.concat([content.subarray(0, at), deep, content.subarray(at)]) };
  },
  'in an archive': ({ name, content }, random) =>
    pick(random, [
      { name: 'a.zip', content: zipOf({ name, content }) },
      { name: 'a.tar', content: tarOf({ name, content }) },
      { name: `${name}.gz`, content: gzipSync(content) },
    ]),
  'under another name': ({ content }, random) => ({
    name: `a.${pick(random, ['txt', 'html', 'csv', 'json', 'xml', 'zip', 'eml', 'docx', 'pdf', 'md'])}`,
    content,
  }),
};

/** A sample with one to three things done to it, and what they were. */
export function mutated(sample: FormatSample, random: () => number): FormatSample & { done: string } {
  let changed = sample;
  const done: string[] = [];
  for (let left = 1 + draw(random, 3); left > 0 && changed.content.length > 0; left -= 1) {
    const [name, mutation] = pick(random, Object.entries(mutations));
    changed = mutation(changed, random);
    done.push(name);
  }
  return { ...changed, done: done.join(', ') };
}
