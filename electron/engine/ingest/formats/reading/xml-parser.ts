import type { Handler, Parser } from 'htmlparser2';
import { loadHtmlParser } from '../../../article/html/page-libraries.ts';

/** Parses XML as it comes: names as written, no entities but XML's own and those by number, and no complaint about what is broken. */
export function xmlParser(handler: Partial<Handler>): Parser {
  const Parser = loadHtmlParser();
  return new Parser(handler, { xmlMode: true, decodeEntities: true });
}
