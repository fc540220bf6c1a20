import type { ExportDone } from '../../contract/export-api.ts';
import { exportArticles, type ExportOrder } from '../export/export-articles.ts';
import { refuseRead } from '../export/output/refuse-read.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { RecordReader } from '../library/records/record-reader.ts';
import { keepingNone, TextReader } from '../library/texts/text-reader.ts';
import { openDatabase } from '../sqlite.ts';
import { carryOut } from './carry-out.ts';

/** Reads on connections of its own, so that searching goes on meanwhile. */
await carryOut<Omit<ExportOrder, 'mark'>, ExportDone>(
  ({ libraryDir, order, mark }, { checkpoint, progressed }) => {
    const paths = libraryPaths(libraryDir);
    const opened: { close(): void }[] = [];
    try {
      const library = openDatabase(paths.library, { readOnly: true });
      opened.push(library);
      const text = openDatabase(paths.text, { readOnly: true });
      opened.push(text);
      const reader = new LibraryReader(library);
      const records = new RecordReader(library, reader, new TextReader(text, keepingNone));
      if (order.path !== null) refuseRead(order.path, libraryDir, [...reader.sourcePathsById().values()]);
      return exportArticles(
        { ...order, mark },
        {
          read: (ids, asked) => records.read(ids, asked),
          checkpoint,
          progressed: (articles) => progressed(articles, order.ids.length),
        },
      );
    } finally {
      for (const connection of opened) connection.close();
    }
  },
);
