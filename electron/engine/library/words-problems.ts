import { sentence, type Sentence } from '../../words/sentence.ts';
import type { Database } from '../sqlite.ts';
import {
  checksumOfAnnotationAct,
  checksumOfCorrection,
  checksumOfHighlight,
  checksumOfNote,
  checksumOfReadingState,
  checksumOfSearch,
  checksumOfStep,
  checksumOfTag,
  type AnnotationActRow,
  type CorrectionRow,
  type HighlightRow,
  type NoteRow,
  type ReadingStateRow,
  type SearchRow,
  type StepRow,
  type TagRow,
} from './checksums.ts';
import { highlightColumns } from './highlights/highlight-rows.ts';
import { stateColumns } from './highlights/reading-state-rows.ts';
import { saidOf } from './stored-said.ts';
import { foldTagName } from './tags/tag-name.ts';

type Summed<Row> = Row & Readonly<{ crc: number }>;

/** Notes whose checksum says that they were written otherwise. */
export function damagedNotes(library: Database): Summed<NoteRow>[] {
  return library
    .prepare<Summed<NoteRow>>(
      'SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs, crc FROM notes',
    )
    .all()
    .filter((note) => checksumOfNote(note) !== note.crc);
}

/** Tags whose checksum says that they were written otherwise, or that are found by another name than theirs. */
export function damagedTags(library: Database): Summed<TagRow>[] {
  return library
    .prepare<Summed<TagRow> & Readonly<{ folded: string }>>('SELECT id, name, folded, colour, crc FROM tags')
    .all()
    .filter((tag) => checksumOfTag(tag) !== tag.crc || foldTagName(tag.name) !== tag.folded);
}

/** Acts of which a step was not written as it is. */
export function damagedActs(library: Database): Readonly<{ id: number; label: string }>[] {
  const steps = library.prepare<Summed<StepRow>>(
    'SELECT act, number, step, articles, crc FROM tag_steps WHERE act = ?',
  );
  return library
    .prepare<{ id: number; label: string }>('SELECT id, label FROM tag_acts ORDER BY id')
    .all()
    .filter(({ id }) => steps.all(id).some((step) => checksumOfStep(step) !== step.crc));
}

/** Corrections whose checksum says that they were written otherwise. */
function damagedCorrections(library: Database): Summed<CorrectionRow>[] {
  return library
    .prepare<Summed<CorrectionRow>>('SELECT article, field, value, was, crc FROM corrections')
    .all()
    .filter((correction) => checksumOfCorrection(correction) !== correction.crc);
}

/** Saved searches whose checksum says that they were written otherwise. */
export function damagedSearches(library: Database): Summed<SearchRow>[] {
  return library
    .prepare<Summed<SearchRow>>(
      `SELECT id, name, question, created_at_ms AS createdAtMs, seen_up_to AS seenUpTo, seen_at_ms AS seenAtMs, crc
       FROM saved_searches`,
    )
    .all()
    .filter((search) => checksumOfSearch(search) !== search.crc);
}

/** Highlights whose checksum says that they were written otherwise. */
export function damagedHighlights(library: Database): Summed<HighlightRow>[] {
  return library
    .prepare<Summed<HighlightRow>>(`SELECT ${highlightColumns}, crc FROM highlights`)
    .all()
    .filter((highlight) => checksumOfHighlight(highlight) !== highlight.crc);
}

/** States of reading whose checksum says that they were written otherwise. */
export function damagedStates(library: Database): Summed<ReadingStateRow>[] {
  return library
    .prepare<Summed<ReadingStateRow>>(`SELECT ${stateColumns}, crc FROM reading_states`)
    .all()
    .filter((state) => checksumOfReadingState(state) !== state.crc);
}

/** Acts on annotations that were not written as they are. */
export function damagedAnnotationActs(library: Database): Readonly<{ id: number; label: string }>[] {
  return library
    .prepare<Summed<AnnotationActRow>>('SELECT id, label, steps, crc FROM annotation_acts ORDER BY id')
    .all()
    .filter((act) => checksumOfAnnotationAct(act) !== act.crc);
}

/** A sentence for each thing that people wrote and that is not any more what they wrote. */
export function wordsProblems(library: Database): Sentence[] {
  return [
    ...damagedNotes(library).map(({ article, text }) =>
      sentence('damage.note', { article, text: opening(text) }),
    ),
    ...damagedHighlights(library).map(({ article, exact }) =>
      sentence('damage.highlight', { article, text: opening(exact) }),
    ),
    ...damagedStates(library).map(({ article }) => sentence('damage.state', { article })),
    ...damagedTags(library).map(({ name }) => sentence('damage.tag', { name })),
    ...damagedCorrections(library).map(({ article, field }) =>
      sentence('damage.correction', { article, field }),
    ),
    ...damagedSearches(library).map(({ name }) => sentence('damage.search', { name: opening(name) })),
    ...[...damagedActs(library), ...damagedAnnotationActs(library)].map(({ label }) =>
      sentence('damage.act', { act: saidOf(label) }),
    ),
  ];
}

const openingLength = 60;

function opening(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= openingLength ? line : `${line.slice(0, openingLength)}…`;
}
