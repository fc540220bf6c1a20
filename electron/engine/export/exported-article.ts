import { exportFields, type ExportField } from '../../contract/export-api.ts';
import type { WholeRecord } from '../library/records/record-reader.ts';

/** A record on its way out. */
export type ExportedArticle = WholeRecord &
  Readonly<{
    /** Where the copy of its file is, from where the export is, with `/` between the parts; null where none was made. */
    original: string | null;
  }>;

/** What a record says that has nothing to say. */
const nothing: Omit<WholeRecord, 'id'> = {
  ...{ headline: '', standfirst: null, byline: null, agency: null, outlet: null, section: null, place: null },
  ...{
    published: null,
    language: 'und',
    direction: 'ltr',
    url: null,
    words: 0,
    body: [],
    captions: [],
    furniture: [],
  },
  ...{
    tags: [],
    labels: [],
    notes: [],
    highlights: [],
    path: null,
    locations: [],
    missing: false,
    encoding: '',
    sha256: '',
  },
  ...{ evidence: {}, corrections: [] },
};

/** A record of which only some fields are left: the others say nothing. */
export function withFields(article: ExportedArticle, fields: ReadonlySet<ExportField>): ExportedArticle {
  const left = exportFields.filter((field) => !fields.has(field));
  return { ...article, ...Object.fromEntries(left.map((field) => [field, nothing[field]])) };
}
