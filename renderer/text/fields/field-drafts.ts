import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import {
  correctableFields,
  type CorrectableField,
  type CorrectedFields,
} from '../../../electron/contract/corrections.ts';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { say } from '../../../electron/words/say.ts';
import { dateToType, typedDate } from './typed-date.ts';

/** Fields as a person edits them; nothing is an empty string. */
export type FieldDrafts = Readonly<Record<CorrectableField, string>>;

/** What keeping drafts means: fields to correct, fields to give back, or why they can't be kept. */
export type DraftChanges =
  | Readonly<{ fields: CorrectedFields; asRead: readonly CorrectableField[] }>
  | Readonly<{ problem: string; field: CorrectableField }>;

const maxFieldLength = 2_000;

export function draftsOf(fields: ArticleFields): FieldDrafts {
  const draft = (field: CorrectableField): string => {
    const value = fields[field];
    if (value === null) return '';
    return typeof value === 'string' ? value : dateToType(value.date);
  };
  return Object.fromEntries(correctableFields.map((field) => [field, draft(field)])) as FieldDrafts;
}

/** What of the drafts is other than the article, field by field; what is as it was read is given back. */
export function changesOf(drafts: FieldDrafts, view: ArticleView): DraftChanges {
  const shown = draftsOf(view.fields);
  const fields: Partial<Record<CorrectableField, string | null>> = {};
  const asRead: CorrectableField[] = [];
  for (const field of correctableFields) {
    if (drafts[field].trim() === shown[field].trim()) continue;
    const correction = view.corrections.find((one) => one.field === field);
    if (correction !== undefined && drafts[field].trim() === readDraft(field, correction.was)) {
      asRead.push(field);
      continue;
    }
    const value = valueOfDraft(field, drafts[field]);
    if (typeof value === 'object' && value !== null) return { ...value, field };
    fields[field] = value;
  }
  return { fields, asRead };
}

/** What was read of a field as it is edited. */
export function readDraft(field: CorrectableField, was: string | null): string {
  if (was === null) return '';
  return field === 'published' ? dateToType(was) : was.trim();
}

/** The value that a draft stands for, null for none, or what is wrong with it. */
export function valueOfDraft(
  field: CorrectableField,
  draft: string,
): string | null | Readonly<{ problem: string }> {
  const said = draft.trim();
  if (said.length > maxFieldLength) return { problem: say('correct.too-long') };
  if (said === '') {
    if (field === 'headline') return { problem: say('correct.needs-headline') };
    return field === 'language' ? { problem: say('correct.choose-language') } : null;
  }
  if (field !== 'published') return said;
  const date = typedDate(said);
  return 'problem' in date ? date : date.date;
}
