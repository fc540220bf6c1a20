import { isAgency } from './agencies.ts';
import { isKnownPlace } from './places.ts';

/** Who signed an article and from where, off a line of its own such as "NAME - PLACE" or "PLACE: «OUTLET»". */
export type Signature = Readonly<{ name: string | null; place: string | null; agency: string | null }>;

/** Reads an unlabelled signature. A line that names neither a known place nor an agency is a name. */
export function readSignature(line: string): Signature {
  const halves: string[] = [];
  for (const half of halvesOf(line)) halves.push(half.replace(/^[\s"«“(]+|[\s"»”).]+$/gu, ''));
  const places = halves.filter(isKnownPlace);
  const agencies = halves.filter((half) => isAgency(half) && half !== places[0]);
  const names = halves.filter((half) => half !== '' && half !== places[0] && !agencies.includes(half));
  return {
    name: names.length > 0 ? names.join(', ') : null,
    place: places[0] ?? null,
    agency: agencies[0] ?? null,
  };
}

function halvesOf(line: string): string[] {
  const bracket = /^([^()]+)\(([^()]+)\)\s*$/u.exec(line);
  if (bracket) return [bracket[1] ?? '', bracket[2] ?? ''];
  // "NAME from PLACE": names have no such word in them.
  const named = /^(\S+\s.+?)\s(?:من|في|-من)\s(.+)$/u.exec(line);
  if (named && isKnownPlace(named[2] ?? '')) return [named[1] ?? '', named[2] ?? ''];
  const from = /^["«“]([^"»”]+)["»”]\s*[-–]?\s*(?:من\s+)?(\S.*)$/u.exec(line);
  if (from) return [from[1] ?? '', from[2] ?? ''];
  return line.split(/\s+[-–—ـ|]\s*|(?<=[\p{Script=Arabic}”»"])[-–—]\s+|\s*[:،/]\s*/u);
}
