import type { FormatReader } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import type { ColumnRoles } from '../../../../contract/table-columns.ts';
import { opensJson, readJson } from './json.ts';

/** What wallabag writes down of a page is when it was saved and changed; `published_at` is what the page itself said. */
export const wallabag = listReader(['"is_archived"', '"created_at"', '"content"', '"url"'], {
  id: 'key',
  title: 'headline',
  content: 'body',
  url: 'url',
  domain_name: 'outlet',
  language: 'language',
  published_by: 'byline',
  published_at: 'published',
  tags: 'tags',
});

/** Omnivore writes the time of saving as `publishedAt` as well where it knows no other. */
export const omnivore = listReader(['"slug"', '"savedAt"', '"title"', '"url"'], {
  id: 'key',
  title: 'headline',
  description: 'standfirst',
  author: 'byline',
  siteName: 'outlet',
  publishedAt: 'published',
  url: 'url',
  labels: 'tags',
});

/** A list of saved pages in JSON, told by names that its beginning has all of. */
function listReader(names: readonly string[], roles: ColumnRoles): FormatReader {
  return {
    holds: 'many',
    sniff: (input) => {
      if (!opensJson(input)) return 0;
      const head = headText(input);
      return names.every((name) => head.includes(name)) ? 0.75 : 0;
    },
    read: (input, context) => readJson(input, context, { path: '$[]', roles }),
  };
}
