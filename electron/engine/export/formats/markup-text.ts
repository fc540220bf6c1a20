import { printable } from './plain-line.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML and HTML, between tags and inside an attribute. */
export function markupText(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}

/** An element with text in it; empty for no text. */
export function element(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string | null>> = {},
): string {
  return text === null || text === ''
    ? ''
    : `<${name}${attributesOf(attributes)}>${markupText(text)}</${name}>`;
}

/** ` name="value"` of each that has a value. */
export function attributesOf(attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${markupText(value)}"`))
    .join('');
}

/** A BCP 47 tag; null where the language is not known. */
export function knownLanguage(language: string): string | null {
  return language === 'und' || language === '' ? null : language;
}
