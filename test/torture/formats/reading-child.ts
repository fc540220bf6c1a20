import { word } from '../../../electron/words/word.ts';
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readableFormats } from '../../../electron/engine/ingest/formats/readable-formats.ts';
import { FileIngester } from '../../../electron/engine/ingest/ingest-file.ts';

/** What came of a file in the child. */
export type ReadFileReport = Readonly<{
  records: number;
  failures: number;
  problems: readonly string[];
  cpuMs: number;
  maxRssMb: number;
}>;

const maxCpuMs = 30_000;
const maxReasonLength = 600;
/** For machines that don't say how much of a processor a process has had. */
const maxWallMs = 240_000;

/** Reads files in a process of its own, which may crash, hang or swell. */
export class ReadingChild {
  #child: ChildProcess | null = null;

  async read(path: string, name: string): Promise<ReadFileReport | string> {
    const child = (this.#child ??= fork(process.argv[1] ?? '', ['--reader'], { execArgv: [] }));
    const startedMs = performance.now();
    const before = cpuMsOf(child.pid ?? 0);
    return new Promise((resolve) => {
      const settle = (answer: ReadFileReport | string): void => {
        clearInterval(watch);
        child.off('message', hear).off('exit', died);
        if (typeof answer === 'string') this.close();
        resolve(answer);
      };
      const hear = (report: unknown): void => {
        settle(report as ReadFileReport);
      };
      const died = (code: number | null, signal: string | null): void => {
        settle(`the process ended (${signal ?? String(code)})`);
      };
      const watch = setInterval(() => {
        const used = cpuMsOf(child.pid ?? 0) - before;
        if (used > maxCpuMs) settle('it takes more than 30 s of a processor');
        else if (performance.now() - startedMs > maxWallMs) settle('it hangs');
      }, 500);
      child.on('message', hear).on('exit', died);
      child.send({ path, name });
    });
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

/** The child: answers with what came of each file. */
export function readForParent(): void {
  const ingester = new FileIngester();
  process.on('message', (message) => {
    const { path, name } = message as { path: string; name: string };
    void reportOf(ingester, path, name).then((report) => process.send?.(report));
  });
}

async function reportOf(ingester: FileIngester, path: string, name: string): Promise<ReadFileReport> {
  const before = process.cpuUsage();
  const problems: string[] = [];
  let [records, failures, ends] = [0, 0, 0];
  const file = { path, name, known: null, encoding: null };
  const context = { formats: readableFormats, maxFileBytes: 52_428_800, today: '2026-01-01' };
  for await (const result of ingester.ingest(file, context)) {
    if (result.kind === 'record' || result.kind === 'read') records += 1;
    if (result.kind !== 'record' && result.kind !== 'record-failed') ends += 1;
    if (result.kind !== 'failed' && result.kind !== 'record-failed') continue;
    failures += 1;
    const reason = word(result.reason);
    if (reason === '' || reason.includes('\n') || reason.length > maxReasonLength)
      problems.push(`its failure is no line: ${JSON.stringify(reason.slice(0, 200))}`);
    if (
      /Cannot read propert|is not a function|is not iterable|Maximum call stack|Invalid string length/.test(
        reason,
      )
    )
      problems.push(`its failure is one of the program: ${reason}`);
  }
  if (ends !== 1) problems.push(`it ended ${ends} times`);
  const { user, system } = process.cpuUsage(before);
  const maxRssMb = process.resourceUsage().maxRSS / 1024;
  return { records, failures, problems, cpuMs: (user + system) / 1000, maxRssMb };
}

/** Of a process, in clock ticks of 10 ms; 0 where the system does not say. */
function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    // Another system, or the process is gone: then its end is heard of.
    return 0;
  }
}
