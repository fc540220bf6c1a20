import type { NamedColumnName } from '../../../contract/named-columns.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { namesOfLanguage } from '../grammar/filters/names-of-language.ts';
import { nearestOf } from '../grammar/edit-distance.ts';
import { isPattern, patternTest } from '../grammar/wildcards.ts';
import type { ValueCheck } from '../grammar/filters/filter-values.ts';

/** Looks a value up among the names of a column, both in small letters; of languages also by their names. */
export function namesCheck(snapshot: IndexSnapshot): (column: NamedColumnName, value: string) => ValueCheck {
  return (column, value) => {
    const names = namesIn(snapshot, column);
    if (isPattern(value)) return { known: [...names].some(patternTest(value)), nearest: null };
    if (column === 'languages') return languageCheck(value, names);
    return names.has(value)
      ? { known: true, nearest: null }
      : { known: false, nearest: nearestOf(value, names) };
  };
}

/** The names of a column, in small letters. */
function namesIn(snapshot: IndexSnapshot, column: NamedColumnName): Set<string> {
  const found = new Set<string>();
  for (const segment of snapshot.segments) {
    for (const name of segment.named(column).names) if (name !== '') found.add(name.toLowerCase());
  }
  return found;
}

/** Looks a language up by its code (BCP 47), or its name in English, in Arabic or in itself. */
function languageCheck(value: string, codes: ReadonlySet<string>): ValueCheck {
  for (const known of codes) {
    if (known === value || known.startsWith(`${value}-`)) return { known: true, nearest: null };
  }
  const byName = new Map([...codes].flatMap((code) => namesOfLanguage(code).map((name) => [name, code])));
  const named = byName.get(value);
  if (named !== undefined) return { known: true, value: named, nearest: null };
  const near = nearestOf(value, byName.keys());
  return { known: false, nearest: near === null ? nearestOf(value, codes) : (byName.get(near) ?? null) };
}
