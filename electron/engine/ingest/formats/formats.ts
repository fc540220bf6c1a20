import type { Format } from './format-reader.ts';
import { FormatTable } from './format-table.ts';

/**
 * Every format that is read. To add one: a file beside this one with its `FormatReader`, its row here, its line in
 * `readable-formats.ts`, its name in each language of `electron/words`, its tests. The crawl, the workers and the counts of what is
 * not read follow from the table.
 *
 * A reader of pages needs `holds: 'one'`, a `sniff` that is surer than 0.1 of what is a page under the name `.txt` too, and a `read`
 * that gives one record: `text` in blocks, with furniture as blocks of that kind (a string would be read as a flattened
 * page), and `said` with what the page's own metadata says. A package that is slow to load is loaded in `read`: `await import(…)`.
 */
export const formatRows = [
  { name: 'txt', extensions: ['txt'] },
  { name: 'csv', extensions: ['csv', 'tsv', 'tab', 'txt'] },
  { name: 'json', extensions: ['json', 'jsonl', 'ndjson'] },
  { name: 'wallabag', extensions: ['json'] },
  { name: 'omnivore', extensions: ['json'] },
  { name: 'telegram', extensions: ['json'] },
  { name: 'link-list', extensions: ['html', 'htm'] },
  {
    name: 'mbox',

    extensions: ['mbox', 'mbx', 'mbs'],
    opening: /^From \S+.{0,200}\d{1,2}:\d{2}/,
  },
  {
    name: 'eml',

    extensions: ['eml', 'emlx'],
    opening:
      /^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|Date|X-[\w-]+):[^]*^(?:From|Date|Subject|To|Received|Message-ID):/im,
  },
  {
    name: 'markdown',

    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    opening: /^---[ \t]*\r?\n[A-Za-z][\w -]{0,40}:/,
  },
  {
    name: 'mhtml',

    extensions: ['mht', 'mhtml'],
    opening: /^[\w-]+:[^]*multipart\/related/i,
  },
  { name: 'webarchive', extensions: ['webarchive'] },
  { name: 'wacz', extensions: ['wacz'] },
  {
    name: 'warc',

    extensions: ['warc', 'wet', 'arc', 'gz'],
    opening: /^(?:WARC\/\d|filedesc:)/,
  },
  { name: 'zip', extensions: ['zip'], opening: /^PK\x03\x04/ },
  { name: 'tar', extensions: ['tar'], opening: /^[^\0]{1,100}\0[^]{156,255}ustar/ },
  { name: 'gz', extensions: ['gz', 'tgz'], opening: /^\x1f\x8b\x08/ },
  { name: 'html', extensions: ['html', 'htm', 'xhtml'] },
  { name: 'nitf', extensions: ['xml', 'nitf'], opening: /<nitf[\s>]/ },
  { name: 'newsml-1', extensions: ['xml'], opening: /<NewsML[\s>]/ },
  {
    name: 'newsml-g2',

    extensions: ['xml'],
    opening: /<(?:newsMessage|newsItem)\s/,
  },
  { name: 'rcv1', extensions: ['xml'], opening: /<newsitem\s/ },
  { name: 'ninjs', extensions: ['json'] },
  {
    name: 'iptc7901',

    extensions: ['txt', 'tst'],
    opening: /^\x01?[a-z]{2,4}\d{3,4} \d [a-z]{1,3} +\d{1,5}\b/i,
  },
  {
    name: 'reuters21578',

    extensions: ['sgm', 'sgml'],
    opening: /<REUTERS\s/,
  },
  {
    name: 'trec',

    extensions: ['sgm', 'sgml', 'xml', 'trec'],
    opening: /<DOC(?:>\s*<DOCNO>|\s+id\s*=)/i,
  },
  { name: 'rss', extensions: ['rss', 'rdf', 'xml'], opening: /<(?:rss|rdf:RDF)[\s>]/ },
  { name: 'atom', extensions: ['atom', 'xml'], opening: /<(?:\w+:)?feed\s/ },
  { name: 'wordpress', extensions: ['xml', 'wxr'] },
  { name: 'json-feed', extensions: ['json'] },
  { name: 'mets', extensions: ['xml'], opening: /<(?:\w+:)?mets\s/ },
  { name: 'alto', extensions: ['xml', 'alto'], opening: /<(?:\w+:)?alto[\s>]/ },
  { name: 'page', extensions: ['xml', 'page'], opening: /<(?:\w+:)?PcGts\s/ },
  { name: 'delpher', extensions: ['xml'] },
  { name: 'hocr', extensions: ['hocr', 'html', 'htm', 'xhtml'] },
  { name: 'impresso', extensions: ['json', 'jsonl'] },
  { name: 'nexis-txt', extensions: ['txt'] },
  { name: 'nexis-uni-txt', extensions: ['txt'] },
  { name: 'factiva-txt', extensions: ['txt'] },
  { name: 'nexis-html', extensions: ['html', 'htm'] },
  { name: 'factiva-html', extensions: ['html', 'htm'] },
  {
    name: 'factiva-xml',

    extensions: ['xml'],
    opening: /<PPSResponse[\s>]/,
  },
  { name: 'ris', extensions: ['ris', 'txt'], opening: /^(?:\xef\xbb\xbf)?TY {1,4}- ?[A-Z]/ },
  { name: 'europresse-txt', extensions: ['txt'] },
  { name: 'europresse-html', extensions: ['html', 'htm'] },
  { name: 'proquest-html', extensions: ['html', 'htm'] },
  { name: 'proquest-mail', extensions: ['eml'] },
  { name: 'proquest-txt', extensions: ['txt'] },
  { name: 'mediargus-txt', extensions: ['txt'] },
  { name: 'integrum-html', extensions: ['html', 'htm'] },
  { name: 'defacto-html', extensions: ['html', 'htm'] },
  { name: 'washington-post', extensions: ['jl', 'jsonl'] },
  { name: 'pdf', extensions: ['pdf'], opening: /%PDF-\d/ },
  { name: 'epub', extensions: ['epub'] },
  { name: 'rtf', extensions: ['rtf'], opening: /^\{\\rtf/ },
  { name: 'docx', extensions: ['docx', 'docm'] },
  { name: 'odt', extensions: ['odt'] },
  { name: 'nexis-office', extensions: ['docx', 'rtf', 'odt', 'pdf'] },
  { name: 'factiva-office', extensions: ['rtf', 'docx', 'odt', 'pdf'] },
  { name: 'apa-office', extensions: ['rtf', 'docx', 'odt', 'pdf'] },
] as const satisfies readonly Format[];

/** Formats whose columns a person may correct. */
export const tableFormats: readonly string[] = ['csv', 'json'] satisfies readonly FormatName[];
/** Formats that hold files of others. */
export const archiveFormats: readonly string[] = ['zip', 'tar', 'gz'] satisfies readonly FormatName[];

export type FormatName = (typeof formatRows)[number]['name'];

/** For who lists and counts files, and waits for no reader to be loaded. */
export const formats = new FormatTable(formatRows);
