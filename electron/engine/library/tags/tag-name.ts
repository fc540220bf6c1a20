import { FailureError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { foldCase } from '../../../contract/fold-case.ts';

const maxNameLength = 200;

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
  if (name === '')
    throw new FailureError({ code: 'bad-request', message: sentence('trouble.tag-without-name') });
  if ([...name].length > maxNameLength) {
    throw new FailureError({
      code: 'bad-request',
      message: sentence('trouble.tag-name-long', { max: maxNameLength }),
    });
  }
  return name;
}

/** What two spellings of one tag have in common; never fails, so that any text can be looked up. */
export function foldTagName(written: string): string {
  return written
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .split('/')
    .map((part) => foldCase(part.trim()))
    .filter((part) => part !== '')
    .join('/');
}
