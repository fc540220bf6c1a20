const absolute = /^(?:[/\\]|[a-z]:)/i;

/** The path without what says nothing: "./" in front, and characters that no name of a file has. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replaceAll(/\p{Cc}/gu, '\ufffd');
}

/** Whether a path leads out of the folder that an archive is unpacked to. */
export function leadsOutside(path: string): boolean {
  return absolute.test(path) || path.split('/').includes('..');
}
