import { say } from '../../electron/words/say.ts';
import type { ArticleView } from '../../electron/contract/archive-api.ts';
import { citedDate } from './date-text.ts';

/** What goes on the clipboard: the passage, if one is selected, and where it stands. */
export function citation({ fields, locations }: ArticleView, passage: string): string {
  const { headline, byline, agency, outlet, place, published, url } = fields;
  const source = outlet === null || outlet === agency ? agency : [outlet, agency].filter(Boolean).join('/');
  const parts = [
    say('common.quoted', { name: headline }),
    byline,
    source,
    place,
    // When a file was saved says nothing about when it was published.
    published === null || published.from === 'file-time' ? say('article.undated') : citedDate(published),
  ].filter((part) => part !== null && part !== '');
  const where = url ?? locations[0]?.path;
  const reference = where === undefined ? `${parts.join(', ')}.` : `${parts.join(', ')}. ${where}`;
  return withPassage(passage.trim(), reference);
}

/** A passage, if there is one, and under it where it stands. */
export function withPassage(passage: string, reference: string): string {
  return passage === '' ? reference : `${say('common.quoted', { name: passage })}\n\n${reference}`;
}
