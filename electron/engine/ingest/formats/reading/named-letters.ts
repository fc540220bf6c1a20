/** Those of Latin-1 by their names in HTML, from U+00A0 on. */
const ofLatin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm ' +
  'raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde ' +
  'Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave ' +
  'eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** Those that texts have besides, as pairs. */
const others =
  'OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Yuml Ÿ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ ' +
  'bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ minus −';
const firstLetter = 0xa0;

const letters: ReadonlyMap<string, string> = new Map([
  ...ofLatin1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(firstLetter + at)]),
  ...[...others.matchAll(/(\w+) (\S)/gu)].map(([, name = '', letter = '']): [string, string] => [
    name,
    letter,
  ]),
]);

/** The letter that a name stands for in HTML and in the DTDs of agencies; undefined for any other. */
export function letterNamed(name: string): string | undefined {
  return letters.get(name);
}

/** Markup in which letters that only a DTD knows by name are written by themselves; what XML knows itself stays. */
export function withLetters(markup: string): string {
  if (!markup.includes('&')) return markup;
  return markup.replace(/&(\w{2,8});/g, (whole, name: string) => letters.get(name) ?? whole);
}
