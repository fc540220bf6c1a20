import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../article/read-article.ts';
import { openDatabase } from '../sqlite.ts';
import { IndexWriter } from './index-writer.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { Vocabulary } from './vocabulary.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
function* walk(d: string): Generator<string> { for (const n of readdirSync(d)) { const p = join(d, n); if (statSync(p).isDirectory()) yield* walk(p); else if (n.endsWith('.txt')) yield p; } }
const files: string[] = []; for (const f of walk(process.argv[2] ?? '')) { files.push(f); if (files.length >= Number(process.argv[3] ?? 4000)) break; }
let t = performance.now(); let bytes = 0;
const arts = files.map((f) => { const s = readFileSync(f, 'utf8'); bytes += Buffer.byteLength(s); return readArticle(s, { path: f, fileTimeMs: 0, today: '2026-11-24' }); });
console.log('read', arts.length, (bytes / 1e6).toFixed(1), 'MB', ((performance.now() - t) / arts.length).toFixed(3), 'ms each');
const db = openDatabase('/tmp/lead/x.sqlite', { readOnly: false });
const w = IndexWriter.open(db, {});
const voc = new Vocabulary(extendedAnalysis);
let add = 0, fin = 0, com = 0;
for (let i = 0; i < arts.length; i += 1000) {
  const b = new SegmentBuilder(voc); const part = arts.slice(i, i + 1000);
  t = performance.now(); for (const a of part) b.add(a.fields); add += performance.now() - t;
  t = performance.now(); const e = b.finish(); fin += performance.now() - t;
  t = performance.now(); w.addSegment(e, Int32Array.from(part, (_, k) => i + k + 1)); w.commit(i + 1); com += performance.now() - t;
  if (i === 0) { const by: Record<string, number> = {}; for (const p of e.parts) by[p.table] = (by[p.table] ?? 0) + p.end - p.start; console.log(by, e.terms, e.forms); }
}
console.log('add', (add / arts.length).toFixed(3), 'finish', (fin / arts.length).toFixed(3), 'commit', (com / arts.length).toFixed(3), 'ms each;', (bytes / 1e3 / (add + fin + com)).toFixed(1), 'MB/s');
t = performance.now(); w.optimize(); console.log('optimize', ((performance.now() - t) / arts.length).toFixed(3), 'ms each');
const s = db.prepare<{ b: number; t: string }>("select 'chunks' t, sum(length(data)) b from chunks union all select 'terms', sum(length(data)) from term_blocks union all select 'forms', sum(length(data)) from form_blocks union all select 'columns', sum(length(data)) from columns").all();
console.log(s.map((r) => `${r.t} ${(r.b / bytes).toFixed(3)}`).join(' '));
t = performance.now(); console.log(w.check(), performance.now() - t);
db.close();
