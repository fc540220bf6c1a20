/** A text as SQLite keeps it, which ends one at its first NUL and has no lone surrogates. */
export function storable(written: string): string {
  return Buffer.from(written.replaceAll('\0', '')).toString();
}
