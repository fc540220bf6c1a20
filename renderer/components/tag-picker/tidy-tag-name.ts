import { foldCase } from '../../../electron/contract/fold-case.ts';

/** A tag's name as it is kept: composed, without stray spaces, and without empty levels between its slashes. */
export function tidyTagName(typed: string): string {
  return typed
    .normalize('NFC')
    .split('/')
    .map((level) => level.trim().replace(/\s+/gu, ' '))
    .filter((level) => level !== '')
    .join('/');
}

/** Two tags can't differ in case alone. */
export function isSameName(one: string, other: string): boolean {
  return foldCase(one) === foldCase(other);
}

/** What names are compared by when a person looks for one. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
