import { unitsOf } from './char-buffer.ts';

/** The share of a text's letters in each script that tells a language by itself. */
export type ScriptShares = Readonly<{ letters: number; counts: ReadonlyMap<string, number> }>;

/** Ranges of the basic plane, in order: first, last, and the script's name; what lies outside is `other`. */
const ranges: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xaa, 0x2af, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x58f, 'armenian'],
  [0x5d0, 0x5f2, 'hebrew'],
  [0x620, 0x64a, 'arabic'],
  [0x66e, 0x6ef, 'arabic'],
  [0x6fa, 0x6ff, 'arabic'],
  [0x700, 0x74f, 'syriac'],
  [0x750, 0x77f, 'arabic'],
  [0x904, 0x97f, 'devanagari'],
  [0x985, 0x9b9, 'bengali'],
  [0xb85, 0xbb9, 'tamil'],
  [0xe01, 0xe3a, 'thai'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xfb50, 0xfdfb, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
];

const names = ['none', ...new Set(ranges.map(([, , script]) => script))];
const noScript = 1;
const latinScript = 1 << names.indexOf('latin');
const otherScripts = ~(noScript | latinScript);
const scriptOfUnit = (() => {
  const table = new Uint8Array(0x10000);
  for (const [first, last, script] of ranges) table.fill(names.indexOf(script), first, last + 1);
  return table;
})();

/** Whether a text has letters, and all of them are Latin. */
export function isLatin(text: string): boolean {
  const { units, length } = unitsOf(text);
  let scripts = 0;
  for (let at = 0; at < length && (scripts & otherScripts) === 0; at++)
    scripts |= 1 << (scriptOfUnit[units[at] as number] as number);
  return scripts === latinScript || scripts === (noScript | latinScript);
}

/** Counts the letters of a text by script. */
export function scriptShares(text: string): ScriptShares {
  const totals = new Uint32Array(names.length);
  const { units, length } = unitsOf(text);
  for (let at = 0; at < length; at++) {
    const script = scriptOfUnit[units[at] ?? 0] ?? 0;
    totals[script] = (totals[script] ?? 0) + 1;
  }
  totals[0] = 0;
  const counts = new Map<string, number>();
  totals.forEach((total, at) => {
    if (total > 0) counts.set(names[at] ?? '', total);
  });
  return { letters: totals.reduce((sum, total) => sum + total, 0), counts };
}
