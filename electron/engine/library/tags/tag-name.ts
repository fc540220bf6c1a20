import { FailureError } from '../../../contract/failure.ts';

const longestName = 200;

/**
 * The name of a tag as it is kept: NFC, white space collapsed, no empty part between slashes.
 * Fails with `bad-request` when nothing is left or it is longer than 200 characters.
 */
export function tagName(written: string): string {
  const name = written
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
  if (name === '') throw new FailureError({ code: 'bad-request', message: 'A tag needs a name.' });
  if ([...name].length > longestName) {
    throw new FailureError({
      code: 'bad-request',
      message: `A tag's name has at most ${longestName} characters.`,
    });
  }
  return name;
}

/** What two spellings of one tag have in common; never fails, so that any text can be looked up. */
export function foldTagName(written: string): string {
  return written
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
    .toLowerCase();
}
