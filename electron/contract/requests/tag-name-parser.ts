import { refuse } from '../parse.ts';

/** The name of a tag: 1 to 200 characters, not all of them white space. */
export function tagName(data: unknown, at: string): string {
  return typeof data === 'string' && data.trim() !== '' && data.length <= 200
    ? data
    : refuse(at, 'the name of a tag, 1 to 200 characters', data);
}
