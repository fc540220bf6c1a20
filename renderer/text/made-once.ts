/** Keeps what `Intl` makes, which takes longer to make than to use, for each locale and style. */
export function madeOnce<Style extends string | number, Format>(
  make: (locale: string, style: Style) => Format,
): (locale: string, style: Style) => Format {
  const made = new Map<string, Format>();
  return (locale, style) => {
    const key = `${locale} ${String(style)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = make(locale, style);
    made.set(key, format);
    return format;
  };
}
