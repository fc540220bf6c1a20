const link = /!?\[[^\]]{0,500}\]\([^)\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g;
const marks = /[\s*+\-#>|·•,/\d.()]+/g;
const heading = /^ {0,3}#{1,6}[ \t]|^[^\n]{1,300}\n(?:=+|-+)[ \t]*$/m;
const menuLinks = 3;
const menuLines = 2;
const manyLines = 8;
const shareOfLines = 0.3;

/**
 * Whether a text in Markdown is a page with all that is around its article, as programs write that save whole pages: it begins with
 * a menu, or a good part of its lines are nothing but links.
 */
export function isWholePage(text: string): boolean {
  if (!text.includes('](')) return false;
  const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
  const linked = lines.filter(isLinks).length;
  if (linked >= manyLines && linked >= shareOfLines * lines.length) return true;
  const titled = text.search(heading);
  const above = (titled < 0 ? '' : text.slice(0, titled)).split(/\r\n|[\n\r]/).filter(isLinks);
  const links = above.reduce((sum, line) => sum + (line.match(link)?.length ?? 0), 0);
  return above.length >= menuLines || links >= menuLinks;
}

/** Whether a line has links and nothing between them but marks. */
function isLinks(line: string): boolean {
  const rest = line.replace(link, '');
  return rest !== line && rest.replace(marks, '') === '';
}
