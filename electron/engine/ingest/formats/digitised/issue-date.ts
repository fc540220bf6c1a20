import type { Published } from '../../../../contract/article.ts';

const day = /(?<!\d)((?:1[5-9]|20)\d{2})([-_/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

/** The day of an issue by the names of its file and folders, "18451228_01-METS.xml", which is often all that says it. */
export function issueDate(path: string): Published | undefined {
  const [, year, , month, date] = [...path.matchAll(day)].at(-1) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return { date: `${year}-${month}-${date}`, precision: 'day', from: 'path', confidence: 0.7 };
}
