import { interfaceLocale } from '../../../electron/words/say.ts';
import { languageName } from '../language-name.ts';

/** Languages that articles are read in, by their BCP 47 codes. */
const codes =
  'af ar az bg bs ca ckb cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk kmr ko lt lv mk ms ' +
  'mt nl no pl ps pt ro ru sk sl so sq sr sv sw th tl tr uk ur uz vi yi zh';

/** Each with its name, in the order of the names; with the language of the article, whatever that is. */
export function languagesToChoose(own: string): readonly Readonly<{ code: string; name: string }>[] {
  const all = new Set([...codes.split(' '), ...(own === '' || own === 'und' ? [] : [own])]);
  const byName = new Intl.Collator(interfaceLocale());
  return [...all]
    .map((code) => ({ code, name: languageName(code) ?? code }))
    .sort((one, other) => byName.compare(one.name, other.name));
}
