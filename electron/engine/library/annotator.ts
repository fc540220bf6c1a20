import type { Database } from '../sqlite.ts';
import { AnnotationActs } from './highlights/annotation-acts.ts';
import { StateWriter } from './highlights/state-writer.ts';
import { NoteWriter } from './note-writer.ts';
import { HighlightWriter } from './highlight-writer.ts';

/** All that changes highlights, notes and states of reading, in one history. */
export class Annotator {
  readonly acts: AnnotationActs;
  readonly highlights: HighlightWriter;
  readonly notes: NoteWriter;
  readonly states: StateWriter;

  /** `textDatabase`: that of the texts, which a repair replaces. */
  constructor(library: Database, textDatabase: () => Database) {
    this.acts = new AnnotationActs(library);
    this.highlights = new HighlightWriter(library, textDatabase, this.acts);
    this.notes = new NoteWriter(library, this.acts);
    this.states = new StateWriter(library, this.acts);
  }
}
