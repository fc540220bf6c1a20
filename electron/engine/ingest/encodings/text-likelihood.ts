/** Letters that running text of a script is full of; misread bytes fall on the rare ones. */
const common: Readonly<Record<string, string>> = {
  cyrillic: 'оеаинтсрвлкмдпу',
  greek: 'αοιετσνηυρπκμλςάόίέ',
  arabic: 'اليمنوتربةعدفسهكحقجشطصىأإخذ',
  hebrew: 'יוהלאתרבמשנםכדעחקפ',
  latin: 'éèàùâêîôûëïüçœæñáíóúäößåøãõêąćęłńśźżčďěňřšťůžýőűăâîșțşţğıđżħīāēūģķļņ’“”‘–—«»€£°·…',
  thai: 'านรอกเงคมยลวดทสตะปบ',
};

const scripts: readonly (readonly [name: string, first: number, last: number])[] = [
  ['cyrillic', 0x400, 0x4ff],
  ['greek', 0x370, 0x3ff],
  ['arabic', 0x600, 0x6ff],
  ['hebrew', 0x590, 0x5ff],
  ['thai', 0xe00, 0xe7f],
  ['latin', 0xc0, 0x24f],
];

/** Letters outside ASCII that the languages usually written in an encoding use. */
const homeLetters: Readonly<Record<string, string>> = {
  'windows-1252': 'éèàùâêîôûëïüçœæñáíóúäößåøãõìòÉÈÀÇÑÄÖÜÅØÆ',
  'windows-1250': 'ąćęłńśźżčďěňřšťůžýáéíóúöüőűäăâîşţđĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽÝÁÉÍÓÚÖÜŐŰ',
  'iso-8859-2': 'ąćęłńśźżčďěňřšťůžýáéíóúöüőűäăâîşţđĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽÝÁÉÍÓÚÖÜŐŰ',
  'windows-1254': 'çğıöşüâîûÇĞİÖŞÜ',
  'iso-8859-9': 'çğıöşüâîûÇĞİÖŞÜ',
  'windows-1257': 'āčēģīķļņšūžąęėįųõäöüĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲ',
};

/**
 * How much a decoded text looks like a language, 0 to 1 and below for nonsense: its letters outside ASCII are
 * of one script, are the script's common ones, stand among letters of that script, and change case as words do.
 */
export function likelihoodOf(text: string, encoding: string): number {
  let foreign = 0;
  let wrong = 0;
  let good = 0;
  let symbols = 0;
  let mixed = 0;
  const counts = new Map<string, number>();
  const home = homeLetters[encoding];
  let previous = '';
  for (const letter of text) {
    const before = previous;
    previous = letter;
    // A letter directly in front of a number was a currency sign: "£20m".
    if (letter >= '0' && letter <= '9' && scriptName(before) !== null) wrong += 1;
    if (letter < '\x80') {
      if (/[a-zA-Z]/.test(letter) && scriptName(before) !== null && scriptName(before) !== 'latin') mixed++;
      continue;
    }
    foreign++;
    if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(letter)) {
      wrong++;
      continue;
    }
    const script = scriptName(letter);
    if (script === null) {
      if (/[\u2010-\u203a\u00a0\u00ab\u00bb\u00b0\u00b7\u20ac\u00a3]/.test(letter)) good += 0.6;
      else symbols++;
      continue;
    }
    counts.set(script, (counts.get(script) ?? 0) + 1);
    if (/[a-zA-Z]/.test(before) && script !== 'latin') mixed++;
    // Letters with marks are scattered in Latin text; two in a row are mostly another alphabet misread.
    if (script === 'latin' && before >= '\xc0' && before <= '\u024f') wrong += 0.5;
    // A capital behind a small letter is a sign of the wrong table.
    if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) {
      wrong += 0.7;
      continue;
    }
    const set = script === 'latin' ? (home ?? common['latin'] ?? '') : (common[script] ?? '');
    good +=
      set.includes(letter) || (script !== 'latin' && set.includes(letter.toLowerCase()))
        ? 1
        : script === 'latin'
          ? 0.1
          : 0.45;
  }
  if (foreign === 0) return 0;
  const most = Math.max(0, ...counts.values());
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return (good - wrong * 2 - symbols * 0.7 - mixed * 0.5 - (total - most) * 0.8) / foreign;
}

function scriptName(letter: string): string | null {
  if (letter < '\x80' || letter.length > 1) return null;
  const unit = letter.charCodeAt(0);
  for (const [name, first, last] of scripts) if (unit >= first && unit <= last) return name;
  return null;
}
