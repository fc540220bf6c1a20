import { exportFields } from '../../../contract/export-api.ts';
import { harmlessJson } from '../../../contract/harmless-json.ts';
import type { FormatOf } from './article-format.ts';

/** A JSON document a line, with the names of the fields as they are in the archive (https://jsonlines.org). */
export const jsonl: FormatOf = (fields) => {
  const left = new Set<string>(exportFields.filter((field) => !fields.has(field)));
  const wanted =
    left.size === 0 ? undefined : (key: string, value: unknown) => (left.has(key) ? undefined : value);
  return {
    head: '',
    article: ({ original, ...record }) => {
      const whole = original === null ? record : { ...record, original };
      return `${harmlessJson(JSON.stringify(whole, wanted))}\n`;
    },
    foot: () => '',
  };
};
