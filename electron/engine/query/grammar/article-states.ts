/** What an article can be besides what it says; `is:` asks for it. */
export const articleStates = [
  'read',
  'unread',
  'starred',
  'queued',
  'excluded',
  'untagged',
  'missing',
  'undated',
  'corrected',
] as const;
export type ArticleState = (typeof articleStates)[number];

/** What an article can have besides its text; `has:` asks for it. */
export const possessions = ['note', 'highlight', 'tag', 'date'] as const;
export type Possession = (typeof possessions)[number];
