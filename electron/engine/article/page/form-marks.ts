/** What browsers for terminals write for a field, a button, a frame and marks of editing. */
const form =
  /^(?:IFRAME:|\(BUTTON\)|\[(?:INS|DEL):|\[ \] |\((?: |\*|_)\) )|_{8}|\[[ _]{8,}\]|\[Unknown INPUT type\]/u;

/** Whether a line is a part of a form, or a frame, of a page that was turned into text. */
export function isFormLine(line: string): boolean {
  return form.test(line);
}
