/** Text without halves of characters and the control characters that no format has a place for; lines and tabs stay. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}
