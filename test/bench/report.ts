import type { BudgetLine } from './budgets.ts';
import type { Machine } from './machine.ts';
import type { Build, Measurements } from './measure.ts';
import { queryKinds } from './query-log/logged-query.ts';
import type { KindTimes, QueryTimes } from './query-times.ts';
import type { PhaseMemory } from './resident-memory.ts';

/** Columns under each other, the first to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[], isText: readonly boolean[] = [true]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
    [],
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        isText[at] === true ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

const none = '–';

function whole(value: number | null | undefined): string {
  return value === null || value === undefined ? none : Math.round(value).toLocaleString('en');
}

function perByte(bytes: number | null | undefined, textBytes: number): string {
  return bytes === null || bytes === undefined ? none : (bytes / textBytes).toFixed(2);
}

type IntakeRow = Readonly<{
  name: string;
  articles: number;
  seconds: number;
  cpuSeconds: number | null;
  textBytes: number;
  peak: PhaseMemory | undefined;
  idle: PhaseMemory | undefined;
  indexBytes: number | null;
  storedTextBytes: number | null;
}>;

function buildRow(name: string, build: Build | null): IntakeRow[] {
  if (build === null) return [];
  const { result, memory } = build;
  const { articles, seconds, cpuSeconds, textBytes, size } = result;
  const idle = memory['idle after building'];
  return [{ name, articles, seconds, cpuSeconds, textBytes, peak: memory['building'], idle, ...size }];
}

/** How fast each system takes articles in, and what that costs. */
export function intakeTable(measured: Measurements, textBytes: number): string {
  const { imported, recoll } = measured;
  const rows: IntakeRow[] = [];
  if (imported !== null) {
    const { result, memory } = imported;
    const [peak, idle] = [memory['importing'], memory['idle after importing']];
    rows.push({ name: 'ours, importing the folder', ...result, textBytes, peak, idle });
  }
  if (recoll !== null) {
    rows.push({
      name: 'recollindex, the same folder',
      articles: recoll.documents,
      seconds: recoll.seconds,
      cpuSeconds: null,
      textBytes,
      peak: recoll.memory['importing'],
      idle: undefined,
      indexBytes: recoll.indexBytes,
      storedTextBytes: null,
    });
  }
  rows.push(
    ...buildRow('ours, index from memory', measured.smallBuilding),
    ...buildRow('ours, index from memory', measured.building),
    ...buildRow('FTS5, from memory', measured.fts5),
    ...buildRow('stock Lunr, from memory', measured.lunr),
    ...buildRow('MiniSearch, from memory', measured.minisearch),
  );
  const head = [
    '',
    'articles',
    's',
    'cpu s',
    'articles/s',
    'MB/s',
    'peak MB',
    'idle MB',
    'index/text',
    'text/text',
  ];
  const cells = rows.map((row) => [
    row.name,
    whole(row.articles),
    row.seconds.toFixed(1),
    row.cpuSeconds === null ? none : row.cpuSeconds.toFixed(1),
    whole(row.articles / row.seconds),
    (row.textBytes / 1e6 / row.seconds).toFixed(1),
    whole(row.peak?.peakMb),
    whole(row.idle?.lastMb),
    perByte(row.indexBytes, row.textBytes),
    perByte(row.storedTextBytes, row.textBytes),
  ]);
  return table([head, ...cells]);
}

function timesRow(kind: string, { asked, skipped, ms, medianHits }: KindTimes): string[] {
  const times =
    ms === null ? [none, none, none, none] : [ms.p50, ms.p95, ms.p99, ms.worst].map((one) => one.toFixed(2));
  return [kind, String(asked), skipped === 0 ? '' : String(skipped), ...times, whole(medianHits)];
}

/** Times of a system by kind of query, in milliseconds. */
export function queryTable(name: string, { byKind, mixed }: QueryTimes): string {
  const head = [name, 'asked', "can't ask", 'p50', 'p95', 'p99', 'worst', 'median hits'];
  const kinds = queryKinds.map((kind) => timesRow(kind, byKind[kind]));
  return table([head, timesRow('mixed log', mixed), ...kinds]);
}

export function budgetTable(lines: readonly BudgetLine[]): string {
  const rows = lines.map(({ what, budget, measured, verdict }) => [verdict, what, budget, measured]);
  return table([['', 'what', 'budget', 'measured'], ...rows], [true, true, true, true]);
}

export function machineLine({ cpu, cores, memoryGb, system, node }: Machine): string {
  return `${cpu}, ${String(cores)} cores, ${String(memoryGb)} GB, ${system}, Node ${node}`;
}
