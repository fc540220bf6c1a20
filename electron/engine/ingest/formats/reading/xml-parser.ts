import type { Handler, Parser } from 'htmlparser2';
import { withLetters } from './named-letters.ts';
import { loadHtmlParser } from '../../../article/html/page-libraries.ts';

/**
 * Parses XML as it comes: names as written, no entities but XML's own, those by number and letters that HTML has names for, and no
 * complaint about what is broken.
 */
export function xmlParser(handler: Partial<Handler>): Parser {
  const Parser = loadHtmlParser();
  const parser = new Parser(handler, { xmlMode: true, decodeEntities: true });
  const write = parser.write.bind(parser);
  parser.write = (chunk) => {
    write(withLetters(chunk));
  };
  return parser;
}
