import type { ArticleId, NoteId } from './ids.ts';

export type Note = Readonly<{
  id: NoteId;
  article: ArticleId;
  text: string;
  createdAtMs: number;
  changedAtMs: number;
}>;
