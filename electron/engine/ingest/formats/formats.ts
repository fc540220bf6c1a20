import type { Format } from './format-reader.ts';
import { FormatTable } from './format-table.ts';

/**
 * Every format that is read. To add one: a file beside this one with its `FormatReader`, its row here, its line in
 * `readable-formats.ts`, its tests. The crawl, the
 * workers and the counts of what is not read follow from the table.
 *
 * A reader of pages needs `holds: 'one'`, a `sniff` that is surer than 0.1 of what is a page under the name `.txt` too, and a `read`
 * that gives one record: `text` in blocks, with furniture as blocks of that kind (a string would be read as a flattened
 * page), and `said` with what the page's own metadata says. A package that is slow to load is loaded in `read`: `await import(…)`.
 */
export const formatRows = [
  { name: 'txt', label: 'a text file', extensions: ['txt'] },
  { name: 'csv', label: 'a table', extensions: ['csv', 'tsv', 'tab', 'txt'] },
  { name: 'json', label: 'a list in JSON', extensions: ['json', 'jsonl', 'ndjson'] },
  { name: 'wallabag', label: 'a wallabag export', extensions: ['json'] },
  { name: 'omnivore', label: 'an Omnivore export', extensions: ['json'] },
  { name: 'telegram', label: 'a Telegram export', extensions: ['json'] },
  { name: 'link-list', label: 'a list of saved links', extensions: ['html', 'htm'] },
  {
    name: 'mbox',
    label: 'a mailbox',
    extensions: ['mbox', 'mbx', 'mbs'],
    opening: /^From \S+.{0,200}\d{1,2}:\d{2}/,
  },
  {
    name: 'eml',
    label: 'a mail',
    extensions: ['eml', 'emlx'],
    opening:
      /^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|Date|X-[\w-]+):[^]*^(?:From|Date|Subject|To|Received|Message-ID):/im,
  },
  {
    name: 'markdown',
    label: 'a text in Markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    opening: /^---[ \t]*\r?\n[A-Za-z][\w -]{0,40}:/,
  },
  {
    name: 'mhtml',
    label: 'a page with its pictures',
    extensions: ['mht', 'mhtml'],
    opening: /^[\w-]+:[^]*multipart\/related/i,
  },
  { name: 'webarchive', label: 'a page saved by Safari', extensions: ['webarchive'] },
  { name: 'wacz', label: 'a web archive in a zip', extensions: ['wacz'] },
  {
    name: 'warc',
    label: 'a web archive',
    extensions: ['warc', 'wet', 'arc', 'gz'],
    opening: /^(?:WARC\/\d|filedesc:)/,
  },
  { name: 'zip', label: 'files in a zip', extensions: ['zip'], opening: /^PK\x03\x04/ },
  { name: 'tar', label: 'files in a tar', extensions: ['tar'], opening: /^[^\0]{1,100}\0[^]{156,255}ustar/ },
  { name: 'gz', label: 'a packed file', extensions: ['gz', 'tgz'], opening: /^\x1f\x8b\x08/ },
  { name: 'html', label: 'a web page', extensions: ['html', 'htm', 'xhtml'] },
  { name: 'nitf', label: 'a story in NITF', extensions: ['xml', 'nitf'], opening: /<nitf[\s>]/ },
  { name: 'newsml-1', label: 'a file in NewsML 1', extensions: ['xml'], opening: /<NewsML[\s>]/ },
  {
    name: 'newsml-g2',
    label: 'a file in NewsML-G2',
    extensions: ['xml'],
    opening: /<(?:newsMessage|newsItem)\s/,
  },
  { name: 'rcv1', label: 'a story of the Reuters Corpus', extensions: ['xml'], opening: /<newsitem\s/ },
  { name: 'ninjs', label: 'a file in ninjs', extensions: ['json'] },
  {
    name: 'iptc7901',
    label: 'a message of a wire',
    extensions: ['txt', 'tst'],
    opening: /^\x01?[a-z]{2,4}\d{3,4} \d [a-z]{1,3} +\d{1,5}\b/i,
  },
  {
    name: 'reuters21578',
    label: 'a part of Reuters-21578',
    extensions: ['sgm', 'sgml'],
    opening: /<REUTERS\s/,
  },
  {
    name: 'trec',
    label: 'a collection of TREC',
    extensions: ['sgm', 'sgml', 'xml', 'trec'],
    opening: /<DOC(?:>\s*<DOCNO>|\s+id\s*=)/i,
  },
  { name: 'rss', label: 'an RSS feed', extensions: ['rss', 'rdf', 'xml'], opening: /<(?:rss|rdf:RDF)[\s>]/ },
  { name: 'atom', label: 'an Atom feed', extensions: ['atom', 'xml'], opening: /<(?:\w+:)?feed\s/ },
  { name: 'wordpress', label: 'an export of WordPress', extensions: ['xml', 'wxr'] },
  { name: 'json-feed', label: 'a JSON Feed', extensions: ['json'] },
  { name: 'mets', label: 'an issue in METS', extensions: ['xml'], opening: /<(?:\w+:)?mets\s/ },
  { name: 'alto', label: 'a page in ALTO', extensions: ['xml', 'alto'], opening: /<(?:\w+:)?alto[\s>]/ },
  { name: 'page', label: 'a page in PAGE', extensions: ['xml', 'page'], opening: /<(?:\w+:)?PcGts\s/ },
  { name: 'delpher', label: 'an article of Delpher', extensions: ['xml'] },
  { name: 'hocr', label: 'a file in hOCR', extensions: ['hocr', 'html', 'htm', 'xhtml'] },
  { name: 'impresso', label: 'a file of impresso', extensions: ['json', 'jsonl'] },
  { name: 'nexis-txt', label: 'a Nexis export, as text', extensions: ['txt'] },
  { name: 'nexis-html', label: 'a Nexis export, as HTML', extensions: ['html', 'htm'] },
  { name: 'factiva-html', label: 'a Factiva export, as HTML', extensions: ['html', 'htm'] },
  {
    name: 'factiva-xml',
    label: 'a Factiva export, as XML',
    extensions: ['xml'],
    opening: /<PPSResponse[\s>]/,
  },
  { name: 'europresse-html', label: 'a Europresse export', extensions: ['html', 'htm'] },
  { name: 'proquest-html', label: 'a ProQuest export, as HTML', extensions: ['html', 'htm'] },
  { name: 'proquest-mail', label: 'a ProQuest export, as mail', extensions: ['eml'] },
  { name: 'proquest-txt', label: 'a ProQuest export, as text', extensions: ['txt'] },
  { name: 'mediargus-txt', label: 'a Mediargus list', extensions: ['txt'] },
  { name: 'integrum-html', label: 'an Integrum report', extensions: ['html', 'htm'] },
  { name: 'defacto-html', label: 'an APA DeFacto page', extensions: ['html', 'htm'] },
  { name: 'washington-post', label: 'a part of the Washington Post of TREC', extensions: ['jl', 'jsonl'] },
  { name: 'pdf', label: 'a PDF', extensions: ['pdf'], opening: /%PDF-\d/ },
  { name: 'epub', label: 'an EPUB', extensions: ['epub'] },
  { name: 'rtf', label: 'an RTF document', extensions: ['rtf'], opening: /^\{\\rtf/ },
  { name: 'docx', label: 'a Word document', extensions: ['docx', 'docm'] },
  { name: 'odt', label: 'an OpenDocument text', extensions: ['odt'] },
  { name: 'nexis-office', label: 'a Nexis export, as a document', extensions: ['docx', 'rtf', 'odt'] },
  { name: 'factiva-office', label: 'a Factiva export, as a document', extensions: ['rtf', 'docx', 'odt'] },
  { name: 'apa-office', label: 'an APA press review', extensions: ['rtf', 'docx', 'odt'] },
] as const satisfies readonly Format[];

/** Formats whose columns a person may correct. */
export const tableFormats: readonly string[] = ['csv', 'json'] satisfies readonly FormatName[];
/** Formats that hold files of others. */
export const archiveFormats: readonly string[] = ['zip', 'tar', 'gz'] satisfies readonly FormatName[];

export type FormatName = (typeof formatRows)[number]['name'];

/** For who lists and counts files, and waits for no reader to be loaded. */
export const formats = new FormatTable(formatRows);
