/** A tag's name as it is kept: composed, without stray spaces, and without empty levels between its slashes. */
export function tidyTagName(typed: string): string {
  return typed
    .normalize('NFC')
    .split('/')
    .map((level) => level.trim().replace(/\s+/gu, ' '))
    .filter((level) => level !== '')
    .join('/');
}

export function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** What names are compared by when a person looks for one. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
