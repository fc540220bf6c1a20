import { readDateline } from '../../../article/credits/dateline.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  at,
  attribute,
  childrenOf,
  firstOf,
  rawTextOf,
  textOf,
  type XmlElement,
} from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { feedPrefixes } from './feed-names.ts';
import { blocksOfFeed, feedDate, lineOfFeed, standfirstOf } from './feed-text.ts';
import { channelIn } from './rss.ts';

/** What is kept in the same table as posts and pages. */
const otherTypes = new Set(
  (
    'attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template ' +
    'wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face feedback acf-field acf-field-group'
  ).split(' '),
);
const unpublished = new Set(['draft', 'auto-draft', 'pending', 'trash']);
const linesOfOpening = 3;

/** An export of WordPress (WXR): its posts and pages, among pictures, menus and drafts. */
export const wordpress: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    return opening?.name === 'rss' && opening.tag.includes('wordpress.org/export/') ? 0.95 : 0;
  },
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'item', prefixes: feedPrefixes }, readPost),
};

/** Null for what is no article, or none that was published. */
function readPost({ element: post, around, encoding }: XmlRecord): FoundRecord | null {
  if (otherTypes.has(textOf(at(post, 'wp:post_type'))) || unpublished.has(textOf(at(post, 'wp:status'))))
    return null;
  const channel = channelIn(around);
  const headline = lineOfFeed(textOf(at(post, 'title')));
  const text = blocksOfPost(rawOf(post, 'content:encoded'));
  if (text.length === 0 && headline === '') return null;
  return recordOf({
    key: firstOf(textOf(at(post, 'guid')), textOf(at(post, 'wp:post_id'))),
    text,
    said: {
      headline,
      standfirst: standfirstOf(rawOf(post, 'excerpt:encoded'), text),
      byline: authorOfLogin(textOf(at(post, 'dc:creator')), channel),
      place: placeIn(text),
      published: feedDate(
        ['pubDate', 'wp:post_date', 'wp:post_date_gmt']
          .map((name) => textOf(at(post, name)))
          .find((written) => isDay(written)) ?? '',
      ),
      language: textOf(at(channel, 'language')),
      outlet: lineOfFeed(textOf(at(channel, 'title'))),
      section: childrenOf(post, 'category')
        .filter((category) => attribute(category, 'domain') === 'category')
        .map((category) => lineOfFeed(textOf(category)))
        .join('; '),
      url: textOf(at(post, 'link')),
    },
    encoding,
  });
}

/** Posts that were never scheduled have the day before year 1, and some one of another millennium. */
function isDay(written: string): boolean {
  const year = /(?<!-)\b(\d{4})\b/.exec(written)?.[1];
  return year !== undefined && Number(year) > 1900 && Number(year) < 2200 && !/\s-\d{4}\s/.test(written);
}

function rawOf(post: XmlElement, name: string): string {
  const element = at(post, name);
  return element === null ? '' : rawTextOf(element).trim();
}

/** Line ends are breaks, as WordPress shows them; captions are between short codes. */
function blocksOfPost(written: string): TextBlock[] {
  const html = written
    .replace(/\[caption\b[^\]]{0,500}\]/gi, '<figure>')
    .replace(/\[\/caption\]/gi, '</figure>')
    .replace(/\[\/?(?:gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+)\b[^\]]{0,2000}\]/gi, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[^\S\n]*\n\s*/g, '<p>')
    .replace(/(?<!>)\n/g, '<br>');
  return blocksOfFeed(html);
}

/** Posts name their authors by what they log in with. */
function authorOfLogin(login: string, channel: XmlElement | null): string {
  const author = childrenOf(channel, 'wp:author').find((one) => textOf(at(one, 'wp:author_login')) === login);
  if (author === undefined) return login;
  const [display, first, last] = ['display_name', 'first_name', 'last_name'].map((name) =>
    textOf(at(author, `wp:author_${name}`)),
  );
  const full = `${first ?? ''} ${last ?? ''}`.trim();
  return firstOf(display === login ? '' : display, full, display, login);
}

/** The place of a dateline that a byline stands in front of. */
function placeIn(text: readonly TextBlock[]): string {
  const lines = (text[0]?.text ?? '').split('\n').slice(0, linesOfOpening);
  for (const line of lines) {
    const place = readDateline(line)?.place;
    if (place != null) return place;
  }
  return '';
}
