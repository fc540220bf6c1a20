/**
 * `text.charCodeAt(at)` for loops over a text. V8 keeps strings in more than four ways (flat, sliced, of one byte or
 * two, …), and where it has met them all it looks the method up again for each character, and `text.length` too,
 * which takes four times as long: have the length in a constant.
 */
export function charCode(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}
