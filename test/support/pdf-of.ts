export type PdfText = Readonly<{ text: string; x: number; y: number; size?: number }>;

/**
 * A PDF (PDF 32000-1) of texts at places of its pages, `y` up from the bottom of a page of 612 by 792. Every letter is half as wide as
 * it is high, and means what its table of letters says.
 */
export function pdfOf(...pages: readonly (readonly PdfText[])[]): Buffer {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const codes = new Map(letters.map((letter, at) => [letter, 33 + at]));
  const table = letters
    .map((letter, at) => {
      const units = Buffer.from(letter, 'utf16le').swap16().toString('hex');
      return `<${(33 + at).toString(16).padStart(2, '0')}> <${units}>`;
    })
    .join('\n');
  const contents = pages.map((texts) =>
    texts
      .map(({ text, x, y, size = 10 }) => {
        const bytes = Buffer.from([...text].map((letter) => codes.get(letter) ?? 32)).toString('hex');
        return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${bytes}> Tj ET`;
      })
      .join('\n'),
  );
  const firstPage = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 33 /LastChar ${32 + letters.length} /Widths [${letters.map(() => 500).join(' ')}] /ToUnicode 4 0 R >>`,
    streamOf(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <ff> endcodespacerange ${letters.length} beginbfchar\n${table}\nendbfchar endcmap end end`,
    ),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * at + 1} 0 R >>`,
      streamOf(content),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** The lines of a column, from its top left corner down. */
export function columnOf(lines: readonly string[], x: number, y: number, size = 10): PdfText[] {
  return lines.map((text, at) => ({ text, x, y: y - at * size * 1.2, size }));
}
