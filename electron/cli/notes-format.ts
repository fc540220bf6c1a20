import { annotationFormats, type AnnotationFormat } from '../contract/annotation-exports.ts';
import { oneOf } from './option-values.ts';

export type NotesFormat = AnnotationFormat | 'text';

/** How `notes` prints; of other commands nothing. */
export function notesFormat(command: string, format: string | undefined): NotesFormat {
  return command === 'notes' ? oneOf('format', format, ['text', ...annotationFormats]) : 'text';
}
