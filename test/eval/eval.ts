import { parseArgs } from 'node:util';
import { datesReport } from './dates.ts';
import { encodingsReport } from './encodings.ts';
import { formatsReport } from './formats/format-report.ts';
import { htmlReport } from './html.ts';
import { rankingReport } from './ranking.ts';
import { textReport } from './text.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const formatOptions = { set: values.set ?? null, show: values.show };

const reports = new Map<string, (dir: string, print: (line: string) => void) => boolean | Promise<boolean>>([
  ['dates', datesReport],
  ['encodings', encodingsReport],
  ['formats', (dir, print) => formatsReport(dir, print, formatOptions)],
  ['html', htmlReport],
  ['ranking', rankingReport],
  ['text', textReport],
]);

const [task = '', dir = task === 'encodings' ? '' : undefined] = positionals;
const report = reports.get(task);
if (report === undefined || dir === undefined) {
  console.error(
    'usage: npm run eval -- encodings\n' +
      '       npm run eval -- ranking DIR (a collection, or a folder of collections)\n' +
      '       npm run eval -- text DIR (truth.jsonl, headlines.jsonl, flattened/ID.txt)\n' +
      '       npm run eval -- html DIR (truth.jsonl, headlines.jsonl, html/ID.html)\n' +
      '       npm run eval -- formats DIR [--set NAME] [--show] (folders with a truth.json each)\n' +
      '       npm run eval -- dates DIR (eval_default.json, cache/)',
  );
  process.exitCode = 2;
} else {
  process.exitCode = (await report(dir, console.log)) ? 0 : 1;
}
