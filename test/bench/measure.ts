import { existsSync, rmSync } from 'node:fs';
import { smallBuild } from './budgets.ts';
import type { CorpusChoice, CorpusFolder } from './corpus.ts';
import type { BuildResult, ColdResult, ImportResult, MemorySystemName, SearchResult } from './jobs/job.ts';
import { JobDied, runJob, type JobReport } from './jobs/run-job.ts';
import { dropPageCache } from './machine.ts';
import type { QueryLog } from './query-log/logged-query.ts';
import { recollVersion, runRecoll, type RecollResult } from './systems/recoll.ts';
import type { WorkFolder } from './work-folder.ts';

export const systemNames = ['ours', 'building', 'lunr', 'minisearch', 'fts5', 'recoll'] as const;
export type SystemName = (typeof systemNames)[number];

export type Build = JobReport<BuildResult>;

export type Measurements = Readonly<{
  imported: (JobReport<ImportResult> & Readonly<{ isKept: boolean }>) | null;
  search: JobReport<SearchResult> | null;
  /** The page that the window opens with, and the answer to a word; `isCold`: the page cache was emptied before each. */
  cold: Readonly<{ isCold: boolean; firstPage: ColdResult; word: ColdResult }> | null;
  /** Of our index at 10,000 articles, when there are more. */
  smallBuilding: Build | null;
  building: Build | null;
  lunr: Build | null;
  minisearch: Build | null;
  fts5: Build | null;
  recoll: RecollResult | null;
  recollMissing: string | null;
}>;

export type Task = Readonly<{
  choice: CorpusChoice;
  articles: number;
  files: CorpusFolder;
  folder: WorkFolder;
  log: QueryLog;
  say: (line: string) => void;
}>;

/** As much as V8 gives a process of Electron, whose pointers are compressed. */
const heapMb = 4_096;
/** Where a system in memory stops taking articles in; its last step needs as much again. */
const fullHeapMb = [2_200, 1_500, 1_000] as const;
const maxBuildSeconds = 180;

async function importAndSearch(task: Task): Promise<Pick<Measurements, 'imported' | 'search' | 'cold'>> {
  const { folder, files, log, say } = task;
  const { libraryDir } = folder;
  let kept = folder.imported;
  const isKept = kept !== null && existsSync(libraryDir);
  if (kept === null || !isKept) {
    say('ours: importing the folder');
    rmSync(libraryDir, { recursive: true, force: true });
    kept = await runJob({ kind: 'import', libraryDir, folder: files.folder });
    folder.keepImport(kept);
  }
  say('ours: asking the queries');
  const search = await runJob({ kind: 'search', libraryDir, log });
  say('ours: opening the library');
  const open = async (query: string): Promise<Readonly<{ isCold: boolean; result: ColdResult }>> => {
    const isCold = dropPageCache();
    const { result } = await runJob({ kind: 'cold', libraryDir, query });
    return { isCold, result };
  };
  const firstPage = await open('');
  const word = await open(log.queries.find(({ kind }) => kind === 'term')?.text ?? '');
  return {
    imported: { ...kept, isKept },
    search,
    cold: { isCold: firstPage.isCold && word.isCold, firstPage: firstPage.result, word: word.result },
  };
}

async function build(
  { choice, folder, log, say }: Task,
  system: MemorySystemName,
  articles: number,
): Promise<Build> {
  say(`${system}: taking in ${articles.toLocaleString('en')} articles`);
  const isInMemory = system === 'lunr' || system === 'minisearch';
  const attempts = isInMemory ? fullHeapMb : [null];
  for (const fullAt of attempts) {
    const limits = { heapMb: fullAt, seconds: isInMemory ? maxBuildSeconds : null };
    const dir = folder.emptyFolder(system);
    const asked = system === 'building' ? null : log;
    try {
      return await runJob(
        { kind: 'build', system, corpus: choice, articles, limits, dir, log: asked },
        isInMemory ? { heapMb } : {},
      );
    } catch (error) {
      if (!(error instanceof JobDied) || fullAt === attempts.at(-1)) throw error;
      say(`${system}: ${error.message}; once more with fewer articles`);
    } finally {
      folder.discard(system);
    }
  }
  throw new Error(`${system} was not measured`);
}

async function indexByRecoll({
  folder,
  files,
  say,
}: Task): Promise<Pick<Measurements, 'recoll' | 'recollMissing'>> {
  const version = recollVersion();
  if (version === null) return { recoll: null, recollMissing: 'recollindex is not installed' };
  say('recoll: indexing the folder');
  const recoll = await runRecoll(files.folder, folder.emptyFolder('recoll'), version);
  folder.discard('recoll');
  return { recoll, recollMissing: null };
}

/** Measures the chosen systems, one after the other and each in processes of its own. */
export async function measure(task: Task, systems: ReadonlySet<SystemName>): Promise<Measurements> {
  const { articles } = task;
  const buildIf = async (name: MemorySystemName): Promise<Build | null> =>
    systems.has(name) ? await build(task, name, articles) : null;
  const ours = systems.has('ours')
    ? await importAndSearch(task)
    : { imported: null, search: null, cold: null };
  const recoll = systems.has('recoll')
    ? await indexByRecoll(task)
    : { recoll: null, recollMissing: 'recollindex was left out' };
  const isLarge = systems.has('building') && articles > smallBuild;
  return {
    ...ours,
    ...recoll,
    smallBuilding: isLarge ? await build(task, 'building', smallBuild) : null,
    building: await buildIf('building'),
    fts5: await buildIf('fts5'),
    lunr: await buildIf('lunr'),
    minisearch: await buildIf('minisearch'),
  };
}
