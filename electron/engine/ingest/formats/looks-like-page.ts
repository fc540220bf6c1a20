/** How much of a file is looked at. */
export const sniffedPageBytes = 2_048;

/** What a page begins with, after white space and comments. */
const opening =
  /^(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|title|meta|link|script|style)\b/i;

/** Whether the head of a file is that of a web page. Read as bytes of one each, which every encoding of pages but UTF-16 has ASCII in. */
export function looksLikePage(head: Buffer): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = head.toString('latin1').replace(/\0/g, '').slice(2);
    return opening.test(bare(text));
  }
  const text = head.toString('latin1');
  return opening.test(bare(text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text));
}

function bare(text: string): string {
  return text.replace(/^(?:\s+|<!--[\s\S]*?(?:-->|$))+/, '');
}
