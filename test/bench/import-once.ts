import type { Corpus, CorpusChoice } from './corpus.ts';
import { runJob } from './jobs/run-job.ts';
import type { WorkFolder } from './work-folder.ts';

/** The folder of a corpus; imported into the library beside it, unless an earlier run has done that. */
export async function importOnce(folder: WorkFolder, choice: CorpusChoice, corpus: Corpus): Promise<string> {
  const files = folder.files(choice, corpus);
  if (folder.imported !== null) {
    console.log(`library of an earlier run: ${folder.libraryDir}`);
    return files.folder;
  }
  console.log(`importing ${corpus.articles.toLocaleString('en')} articles`);
  const imported = await runJob({ kind: 'import', libraryDir: folder.libraryDir, folder: files.folder });
  folder.keepImport(imported);
  return files.folder;
}
