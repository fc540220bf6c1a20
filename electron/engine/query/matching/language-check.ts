import type { IndexSnapshot } from '../../index/index-reader.ts';
import { nearestOf } from '../grammar/edit-distance.ts';
import type { ValueCheck } from '../grammar/filter-values.ts';

const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Looks a language up among those of the archive, by its code (BCP 47) or its English name, both in small letters. */
export function languageCheck(snapshot: IndexSnapshot): (code: string) => ValueCheck {
  return (code) => {
    const codes = new Set<string>();
    for (const segment of snapshot.segments) {
      for (const name of segment.named('languages').names) if (name !== '') codes.add(name.toLowerCase());
    }
    for (const known of codes) {
      if (known === code || known.startsWith(`${code}-`)) return { known: true, nearest: null };
    }
    const byName = new Map([...codes].map((known) => [nameOf(known), known]));
    const named = byName.get(code);
    if (named !== undefined) return { known: true, value: named, nearest: null };
    const near = nearestOf(code, byName.keys());
    return { known: false, nearest: near === null ? nearestOf(code, codes) : (byName.get(near) ?? null) };
  };
}

/** The English name in small letters; the code itself where there is none. */
function nameOf(code: string): string {
  try {
    return englishNames.of(code)?.toLowerCase() ?? code;
  } catch {
    // What a file declares as its language need not be a code at all.
    return code;
  }
}
