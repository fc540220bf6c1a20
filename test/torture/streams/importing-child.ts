import { word } from '../../../electron/words/word.ts';
import { fork, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { openEngine } from '../open-engine.ts';

export type ImportReport =
  | Readonly<{ said: 'articles'; articles: number }>
  | Readonly<{ said: 'stopped'; ms: number }>
  | Readonly<{
      said: 'done';
      articles: number;
      duplicates: number;
      failed: number;
      problems: readonly string[];
    }>;

/** An import that is stopped once so many articles are there, and then goes on; or is not. */
export type ImportPlan = Readonly<{ libraryDir: string; path: string; stopAt: number | null }>;

/** A process that imports one file, to be watched and killed. */
export function forkImport(plan: ImportPlan): ChildProcess {
  return fork(process.argv[1] ?? '', ['--child', JSON.stringify(plan)], { execArgv: [] });
}

/** The child: imports, stops once where it was told to, and goes on to the end. */
export async function importForParent(plan: ImportPlan): Promise<void> {
  const { libraryDir, path, stopAt } = plan;
  const engine = await openEngine(libraryDir);
  const tell = (report: ImportReport): void => {
    process.send?.(report);
  };
  const stopping = new Promise<'stopped'>((resolve) => {
    let isStopped = false;
    engine.on('articlesChanged', ({ articles }) => {
      tell({ said: 'articles', articles });
      if (isStopped || stopAt === null || articles < stopAt) return;
      isStopped = true;
      const startedMs = performance.now();
      void engine.api.cancelImport({}).then(() => {
        tell({ said: 'stopped', ms: performance.now() - startedMs });
        resolve('stopped');
      });
    });
  });
  await engine.api.addSources({ paths: [path] });
  if (stopAt !== null) {
    await stopping;
    await engine.api.rescan({ sources: [] });
  }
  const { duplicates, failed } = await engine.api.importFinished({});
  const { articles } = await engine.api.stats({});
  const { problems } = await engine.api.check({ repair: false });
  tell({ said: 'done', articles, duplicates, failed, problems: problems.map(word) });
  await engine.close();
  process.disconnect();
}
