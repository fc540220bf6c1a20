/** `text` with `instead` instead of the `length` units at `at`. */
export function replaced(text: string, at: number, length: number, instead: string): string {
  return text.slice(0, at) + instead + text.slice(at + length);
}
