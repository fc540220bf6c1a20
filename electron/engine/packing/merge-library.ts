import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { MergeReport, MergeRequest } from '../../contract/packing-api.ts';
import { sentence } from '../../words/sentence.ts';
import type { AnnotationActs } from '../library/highlights/annotation-acts.ts';
import { HighlightRows } from '../library/highlights/highlight-rows.ts';
import { doMerged, storedTagStep } from '../library/highlights/merged-steps.ts';
import { insertNote } from '../library/notes.ts';
import { libraryMigrations } from '../library/schema/library-schema.ts';
import { migrate } from '../library/schema/migrate.ts';
import { insertSearch } from '../library/searches/search-shelf.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { openUnpacked } from './known-schema.ts';
import { planMerge, type MergePlan } from './merge-plan.ts';
import { PackedLibrary, packedNames } from './packed-library.ts';
import { readTheirWork } from './their-work.ts';

/** Merges the work in a packed library into this one, as one act: see `MergingApi`. */
export async function mergeLibrary(
  library: Database,
  acts: AnnotationActs,
  { path, dryRun }: MergeRequest,
): Promise<MergeReport> {
  const packed = await PackedLibrary.open(path);
  const folder = await mkdtemp(join(tmpdir(), 'microfiche-merged-'));
  try {
    await packed.refuseTooLarge(folder, [packedNames.library]);
    const file = join(folder, packedNames.library);
    await packed.extract(packedNames.library, file, () => undefined);
    const theirs = openUnpacked(file, libraryMigrations, path);
    try {
      migrate(theirs, libraryMigrations);
      const work = readTheirWork(theirs);
      if (dryRun) return planMerge(library, theirs, work).report;
      return inTransaction(library, () => {
        const plan = planMerge(library, theirs, work);
        carryOut(library, acts, plan, basename(path));
        return plan.report;
      });
    } finally {
      theirs.close();
    }
  } finally {
    packed.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Belongs into a transaction. */
function carryOut(library: Database, acts: AnnotationActs, plan: MergePlan, file: string): void {
  const rows = new HighlightRows(library);
  doMerged(library, plan.tags);
  const notes = plan.notes.map((note) => ({
    before: null,
    after: { ...note, id: insertNote(library, note) },
  }));
  const highlights = plan.highlights.map((mark) => ({ before: null, after: rows.add(mark) }));
  const searches = plan.searches.map(({ name, question, createdAtMs }) =>
    insertSearch(library, { name, question: JSON.stringify(question), createdAtMs }),
  );
  const done = [plan.tags, notes, highlights, searches].reduce((sum, { length }) => sum + length, 0);
  if (done === 0) return;
  acts.note(sentence('deed.merge-file', { file }), plan.articles, {
    highlights,
    notes,
    merged: { tags: plan.tags.map(storedTagStep), searches },
  });
}
