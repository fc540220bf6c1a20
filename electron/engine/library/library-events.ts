import type { ArchiveEvents } from '../../contract/archive-api.ts';

/** What is told by whoever writes to a library. */
export type LibraryWriterEvents = ArchiveEvents &
  Readonly<{ indexReplaced: Readonly<Record<string, never>> }>;
export type Tell = <Name extends keyof LibraryWriterEvents>(
  name: Name,
  payload: LibraryWriterEvents[Name],
) => void;
