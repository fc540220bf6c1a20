import type { Cell } from '../../../../contract/table-columns.ts';

const maxTags = 100;
const maxLength = 10_000;
/** A list as JSON and Python print it. */
const printedList = /^\[(.*)\]$/su;

/** Tags as exporters write them into a cell: a list, or words between commas, bars or semicolons, or each after its `#`. */
export function tagsIn(cells: readonly Cell[]): string[] {
  const written = cells.flatMap((cell) => (typeof cell === 'string' ? splitTags(cell) : cell));
  const tags = written.map((tag) =>
    tag
      .replace(/^#|^\[\[|\]\]$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, maxTags);
}

function splitTags(cell: string): string[] {
  const text = cell.slice(0, maxLength).trim();
  const [, inside = text] = printedList.exec(text) ?? [];
  const between = ['|', ';', ','].find((mark) => inside.includes(mark));
  const parts =
    between !== undefined ? inside.split(between) : /^#\S/u.test(inside) ? inside.split(/\s+/u) : [inside];
  return parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/u, '$2'));
}
