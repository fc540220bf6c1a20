/** A message of the engine as a sentence of its own: with a capital, and closed. */
export function sentence(message: string): string {
  const capital = message.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
  return /[.?!…]$/u.test(capital) ? capital : `${capital}.`;
}
