const openingLength = 40;

/** The first words of a passage or a note, on one line. */
export function openingOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= openingLength ? line : `${line.slice(0, openingLength).trimEnd()}…`;
}
