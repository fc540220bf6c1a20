/** A spreadsheet takes what begins with one of these for a formula, and would carry it out. */
const formula = /^[=+\-@\t\r]/u;

/** A row of a CSV file (RFC 4180), with its line end. Text that would be a formula gets an apostrophe before it. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const plain = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
