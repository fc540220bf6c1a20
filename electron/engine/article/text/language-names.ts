/** Languages that exports name, and those that their interfaces are in. */
const codes =
  'en de fr es it nl pt ru ar zh zh-Hans zh-Hant ja ko pl sv da nb no fi tr el he fa uk cs sk hu ro bg hr sr sl et lv lt id ms th vi hi ur bn ta ca eu gl af sq mk is ga cy ka hy az kk ku sw'.split(
    ' ',
  );
const interfaces = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'ru',
  'sv',
  'da',
  'nb',
  'pl',
  'ja',
  'zh',
  'zh-Hant',
  'ko',
];

let names: ReadonlyMap<string, string> | null = null;

/** The code (BCP 47) of a language that is named in its own or in another one: "ENGLISH", "Französisch", "GERMAN; DEUTSCH". */
export function languageNamed(name: string): string | null {
  names ??= allNames();
  for (const one of name.split(/[;,/(|]| - /)) {
    const code = names.get(folded(one));
    if (code !== undefined) return code;
  }
  return null;
}

function allNames(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const code of codes) all.set(folded(code), code);
  for (const inside of [...interfaces, ...codes]) {
    const display = new Intl.DisplayNames([inside], { type: 'language', fallback: 'none' });
    const named = interfaces.includes(inside) ? codes : [inside];
    for (const code of named) {
      const name = display.of(code);
      if (name !== undefined && !all.has(folded(name))) all.set(folded(name), code.slice(0, 2));
    }
  }
  return all;
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
