/** More than any term has forms. */
const formRange = 2 ** 20;

/** One number for a written form: that of its term, and its place among the forms of the term. Keys sort as the two do. */
export function formKey(term: number, form: number): number {
  return term * formRange + form;
}

export function termOfKey(key: number): number {
  return Math.floor(key / formRange);
}

export function formOfKey(key: number): number {
  return key % formRange;
}
