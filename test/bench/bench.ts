import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { writeMadeArticles } from './made-articles.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const articles = Number(values.articles);
const rounds = 5;

const queries = {
  term: ['said', 'bace', 'zorin', 'merhan'],
  'two terms': ['bace ceba', 'mertol gluba', 'said have'],
  or: ['bace OR zorin', 'dak OR sul OR pra', 'said OR not'],
  phrase: ['"of the"', '"said that"', '"was not"'],
  wildcard: ['*tion', 'ba*', 'mer*ing', 'e*'],
  fuzzy: ['zorim~1', 'bacedi~2'],
  filter: ['said date:2018', 'headline:said', 'agency:northwire before:2017'],
  lunr: ['said bace', '+said -have', 'ba*'],
} as const;

/** Resident memory that is not a mapped file, in MB; null where the system does not tell. */
async function anonymousMemoryMb(): Promise<number | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /RssAnon:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function importAll(engine: Engine, dir: string): Promise<void> {
  let peakMb = 0;
  const watch = setInterval(() => {
    void anonymousMemoryMb().then((mb) => {
      peakMb = Math.max(peakMb, mb ?? 0);
    });
  }, 200);
  await engine.api.addSources({ paths: [dir] });
  const { elapsedMs, added, failed } = await engine.api.importFinished({});
  clearInterval(watch);
  const seconds = elapsedMs / 1000;
  console.log(
    `import: ${added} articles in ${seconds.toFixed(1)} s, ${(added / seconds).toFixed(0)} a second, ${failed} failed`,
  );
  console.log(`import: peak ${peakMb.toFixed(0)} MB (RssAnon of the whole engine; budget 500)`);
}

async function search(engine: Engine, kind: string, query: string): Promise<number> {
  const startedMs = performance.now();
  await engine.api.search({
    query,
    grammar: kind === 'lunr' ? 'lunr' : 'news',
    sort: 'relevance',
    filter: { tags: [], sources: [], untagged: false },
    offset: 0,
    limit: 50,
    typing: false,
  });
  return performance.now() - startedMs;
}

async function measureQueries(engine: Engine): Promise<void> {
  for (const [kind, texts] of Object.entries(queries)) {
    const first: number[] = [];
    const later: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      for (const query of texts) (round === 0 ? first : later).push(await search(engine, kind, query));
    }
    later.sort((a, b) => a - b);
    const times = [0.5, 0.95, 1].map((share) => percentile(later, share).toFixed(1));
    console.log(
      `${kind.padEnd(10)} p50 ${times[0] ?? ''} ms, p95 ${times[1] ?? ''} ms, worst ${times[2] ?? ''} ms; ` +
        `first time ${Math.max(...first).toFixed(1)} ms at worst`,
    );
  }
}

const dir = await mkdtemp(join(tmpdir(), 'microfiche-bench-'));
try {
  console.log(
    `Node ${process.version}, ${String(cpus().length)} cores of ${cpus()[0]?.model ?? 'unknown make'}`,
  );
  const bytes = await writeMadeArticles(join(dir, 'articles'), articles, Number(values.seed));
  console.log(`${articles} made-up articles, ${(bytes / 1e6).toFixed(0)} MB, seed ${values.seed}`);
  const engine = await createEngine({
    libraryDir: join(dir, 'library'),
    // The bundle of this script runs from .cache/run/test/bench.
    threadsUrl: new URL('../../../../dist/engine/threads/', import.meta.url),
    clock: () => performance.now(),
    log: () => undefined,
  });
  await importAll(engine, join(dir, 'articles'));
  await measureQueries(engine);
  const { segments, indexBytes } = await engine.api.stats({});
  console.log(`index: ${segments} segments, ${(indexBytes / bytes).toFixed(2)} bytes for a byte of text`);
  await engine.close();
  const text = await stat(join(dir, 'library', 'text.sqlite'));
  console.log(`text: ${(text.size / bytes).toFixed(2)} bytes for a byte of text`);
} finally {
  await rm(dir, { recursive: true, force: true });
}
