import type { Source } from '../../../electron/contract/archive-api.ts';

type Act = (source: Source) => void;

/** What a row of the sources can ask for. */
export type SourceActs = Readonly<{
  showArticles: Act;
  rescan: Act;
  showInFolder: Act;
  remove: Act;
  learnFurniture: Act;
  relocate: (source: Source, path: string) => void;
  /** The person will say where it is now. */
  lookElsewhere: Act;
  chooseEncoding: (source: Source, encoding: string | null) => void;
  toggleReport: Act;
}>;
