import type { BlockKind } from '../../../contract/article.ts';

/** Places in this list are stored, four bits each: kinds are only ever added at its end. */
export const blockKinds: readonly BlockKind[] = [
  'headline',
  'standfirst',
  'byline',
  'published',
  'dateline',
  'caption',
  'credit',
  'body',
  'furniture',
  'space',
];
