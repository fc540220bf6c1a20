/** Made when a language is first asked for by its name: making one takes milliseconds. */
const namesIn = new Map<string, Intl.DisplayNames>();

/** The names of a language in small letters, in English, in Arabic and in itself; none for what is no code. */
export function namesOfLanguage(code: string): string[] {
  try {
    const names = ['en', 'ar', code].flatMap((locale) => displayNames(locale).of(code)?.toLowerCase() ?? []);
    return [...new Set(names)];
  } catch {
    // What a file declares as its language need not be a code at all.
    return [];
  }
}

function displayNames(locale: string): Intl.DisplayNames {
  const known =
    namesIn.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  namesIn.set(locale, known);
  return known;
}
