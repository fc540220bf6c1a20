import { elementsIn, textOf, type PageTree } from './page-tree.ts';

const savedBy = [
  /saved from url=\(\d{1,4}\)(\S+)/iu,
  /Page saved with SingleFile\s+url:\s*(\S+)/iu,
  /Archive processed by SingleFile\s+url:\s*(\S+)/iu,
  /^\s*Mirrored from (\S+) by HTTrack/iu,
];

/** The address that the program which saved a page has noted in a comment, or null. */
export function savedFrom(comments: readonly string[]): string | null {
  for (const comment of comments) {
    for (const note of savedBy) {
      const address = note.exec(comment)?.[1];
      if (address === undefined || /^(?:file|about|data):/iu.test(address)) continue;
      return /^[a-z]+:\/\//iu.test(address) ? address : `http://${address}`;
    }
  }
  return null;
}

/** The address of a page as a web archive has written it into its copy, with or without the comments around its toolbar. */
export function archivedFrom({ archived, root }: PageTree): string | null {
  if (archived !== null) return archived;
  for (const element of elementsIn(root))
    if (element.attributes['id'] === 'wm-ipp-print')
      return /https?:\/\/\S+\/\d{14}\S*/u.exec(textOf(element))?.[0] ?? null;
  return null;
}
