/** What stands above an article of APA, the Austrian press agency: `"Kurier" vom 23.10.2017 Seite: 2`, then `Ressort: Politik`. */
export type ApaHeader = Readonly<{ outlet: string; published: string; section: string }>;

const header =
  /^\s*(?:"([^"\n]{1,100})"|([^"\n]{1,100}?)(?=\s+vom))[^\n]{0,80}?\b(?:vom|gefunden am)\s+(\d{1,2}\.\d{1,2}\.\d{4}(?:,?\s+\d{1,2}[:.]\d{2})?)/;
const section = /^[^\S\n]*Ressort:[^\S\n]*(.{1,100})$/m;

/** The header that a text begins with, or null. A page that was found on a day says no other one. */
export function apaHeader(text: string): ApaHeader | null {
  const [, quoted, bare, published] = header.exec(text) ?? [];
  const outlet = quoted ?? bare;
  if (outlet === undefined || published === undefined) return null;
  return {
    outlet,
    published: published.replace(/(?<=\s\d{1,2})\.(?=\d{2}$)/, ':'),
    section: section.exec(text)?.[1]?.trim() ?? '',
  };
}

const capitals = /^(\p{Lu}{1,30}\.?(?:[ -]\p{Lu}{2,30}\.?){0,4}) (?=[\p{Lu}\d„"»?]\S{0,60}\p{Ll})/u;

/** "ROHRBACH Funktionäre verteilten": the place that local papers set in capitals before the text. */
export function placeInCapitals(paragraph: string): string | null {
  const place = capitals.exec(paragraph)?.[1];
  return place !== undefined && place.replace(/\P{Lu}/gu, '').length >= 5 ? place : null;
}
