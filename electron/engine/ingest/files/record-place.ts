/** One string for a path and a record in it, to be looked up by; a file that is one record has the path alone. */
export function placeOf(path: string, record: string): string {
  return record === '' ? path : `${path}\0${record}`;
}
