import type { Source } from '../contract/archive-api.ts';
import type { FailureGroup, SourceReport } from '../contract/source-reports.ts';
import type { Engine } from '../engine/create-engine.ts';
import { word } from '../words/word.ts';
import type { CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { plain, printJson, type Output } from './output.ts';
import { sourceOf } from './source-of.ts';

/** Lists what was read of the sources: by which formats, in which encodings, and what could not be read, by reason. */
export async function runSources(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const { api } = engine;
  const [typed] = line.operands;
  const sources =
    typed === undefined ? await api.listSources({}) : [await sourceOf(engine, 'sources', typed)];
  const reports = [];
  for (const source of sources) {
    const report = await api.sourceReport({ source: source.id });
    const groups = await api.failureGroups({ source: source.id });
    if (!line.json) await output.write(linesOf(source, report, groups));
    const failures = groups.map(({ code, reason, failures: ids, examples }) => ({
      ...{ code, reason: word(reason), failures: ids.length },
      examples: examples.map(({ path, record = null, reason: own }) => ({ path, record, reason: word(own) })),
    }));
    const { id: _id, ...said } = source;
    reports.push({ ...said, ...report, failures });
  }
  if (line.json) await printJson(output, reports);
}

function linesOf(source: Source, report: SourceReport, groups: readonly FailureGroup[]): string {
  const { path, articles, missing, skipped, warnings = [] } = source;
  const number = (count: number): string => String(count).padStart(8);
  const lines = [
    `${path}: ${articles} articles${missing === 0 ? '' : `, ${missing} missing`}`,
    ...report.formats.map(
      ({ format, files, articles: own, failed }) =>
        `${number(own)}  ${(format === '' ? 'not noted' : format).padEnd(16)} of ${files} files` +
        (failed === 0 ? '' : `, ${failed} could not be read`),
    ),
    ...report.encodings.map(({ encoding, articles: own }) => `${number(own)}  in ${encoding}`),
    ...report.labels.map(({ label, articles: own }) => `${number(own)}  labelled “${label}”`),
    ...skipped.map(
      ({ kind, files }) => `${number(files)}  not read: ${kind === '' ? 'without an ending' : kind}`,
    ),
    ...groups.flatMap(({ failures, reason, examples }) => [
      `${number(failures.length)}  could not be read: ${word(reason)}`,
      ...examples.map((one) => `          ${one.path}${one.record == null ? '' : `, ${one.record}`}`),
    ]),
    ...warnings.map((one) => `          ${one.path}: ${word(one.warning)}`),
  ];
  return `${lines.map(plain).join('\n')}\n`;
}

/** Lists what the files of a source file articles under; with `--tag` these labels, or each `--label`, become tags. */
export async function runLabels(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const { operands, labels: named, tagged, json } = line;
  if (named.length > 0 && !tagged) throw new UsageError('labels: --tag the labels?');
  const { id } = await sourceOf(engine, 'labels', operands[0] ?? '');
  const { labels } = await engine.api.sourceReport({ source: id });
  if (tagged) {
    const chosen = named.length > 0 ? named : labels.map(({ label }) => label);
    const { changed } = await engine.api.tagByLabels({ source: id, labels: chosen });
    if (json) return printJson(output, { changed });
    return output.write(`${changed} articles changed\n`);
  }
  if (json) return printJson(output, labels);
  for (const { label, articles } of labels)
    await output.write(`${String(articles).padStart(8)}  ${plain(label)}\n`);
}
