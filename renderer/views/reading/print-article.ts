import { shell } from '../../archive.ts';

const printFaces = ["400 1em 'Amiri for Print'", "700 1em 'Amiri for Print'"];
const arabicLetter = '\u0627';

/** Prints what is open. The faces for paper are read first: printing does not wait for a face it meets. */
export async function printArticle(): Promise<void> {
  await Promise.all(printFaces.map((face) => document.fonts.load(face, arabicLetter)));
  await shell.print({});
}
