/** More than any term has forms. */
const formRange = 2 ** 20;

/** One number for a written form: that of its term, and its number among the forms of the term. Keys sort as the two do. */
export function formId(term: number, form: number): number {
  return term * formRange + form;
}

export function termOfFormId(key: number): number {
  return Math.floor(key / formRange);
}

export function formOfFormId(key: number): number {
  return key % formRange;
}
