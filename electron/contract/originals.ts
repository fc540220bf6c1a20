import type { ArticleId } from './ids.ts';

export type OriginalText = Readonly<{
  text: string;
  encoding: string;
  path: string;
  /** By a person for this very file. */
  chosen: string | null;
  /** The file is a web page, which `originalPage` shows. */
  isPage: boolean;
}>;

export interface OriginalsApi {
  original(request: Readonly<{ id: ArticleId }>): Promise<OriginalText>;
  /** The page of an article, written anew without anything that runs or loads; `not-found` where it can't be shown. */
  originalPage(request: Readonly<{ id: ArticleId }>): Promise<string>;
}
