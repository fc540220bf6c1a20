const names = /^(?:\[[^\][]*\]\s*)+$/u;
const fileNames = /^(?:\[(?=[^\][]*[\d._=-])[^\][\s]{2,}\]\s*)+$/u;

/** Pages in text have the names of their pictures in brackets. */
export function isPictureName(line: string): boolean {
  return line.startsWith('[') && names.test(line);
}

/** The same where each is the name of a file, which nobody writes into a text. */
export function isPictureFile(line: string): boolean {
  return line.startsWith('[') && fileNames.test(line);
}
