import type { ArticleFields } from '../../electron/contract/article.ts';
import { articleId, type ArticleId } from '../../electron/contract/ids.ts';
import { agencies, outlets, places, stories } from './invented-stories.ts';

export type InventedArticle = {
  readonly id: ArticleId;
  readonly path: string;
  /** Position in the list of sources. */
  readonly source: number;
  readonly missing: boolean;
  readonly fields: ArticleFields;
  tags: Set<string>;
};

export const sourceDirs = [
  '/home/ada/Archive/courier',
  '/home/ada/Archive/lantern',
  '/media/ada/Stick/river-times',
];

const furniture = [
  'Home | World | Business | Sport',
  'Previous Article',
  'Next Article',
  'Share on Facebook',
  'Copyright. All rights reserved.',
];

/** The same `count` articles every time: what a screenshot shows must not change between runs. */
export function inventArticles(count: number): InventedArticle[] {
  return Array.from({ length: count }, (_, index) => inventArticle(index));
}

function inventArticle(index: number): InventedArticle {
  const story = pick(stories, index * 7 + Math.floor(index / stories.length));
  const place = pick(places[story.language], index * 5 + Math.floor(index / 11));
  const number = String(4 + ((index * 37) % 89));
  const fill = (text: string): string => text.replaceAll('{place}', place).replaceAll('{number}', number);
  const dated = index % 13 !== 5;
  const day = new Date(Date.UTC(2021, 5, 3 + index * 2)).toISOString().slice(0, 10);
  const body = story.body.map(fill);
  const headline = fill(pick(story.headlines, index));
  const source = index % sourceDirs.length;
  const rightToLeft = story.language !== 'en';
  return {
    id: articleId(index + 1),
    path: `${pick(sourceDirs, source)}/${day.slice(0, 4)}/${String(index + 1).padStart(5, '0')}.txt`,
    source,
    missing: index % 41 === 7,
    fields: {
      headline,
      standfirst: story.standfirst === null ? null : fill(story.standfirst),
      byline: index % 3 === 0 ? 'Mina Aras' : null,
      place,
      agency: pick(agencies, index),
      published: dated
        ? { date: day, precision: 'day', from: index % 4 === 0 ? 'url' : 'published-line', confidence: 0.9 }
        : null,
      captions:
        story.caption === null
          ? []
          : [{ text: fill(story.caption), credit: index % 2 === 0 ? 'Photo: Ada Lund' : null }],
      body,
      furniture,
      language: story.language,
      direction: rightToLeft ? 'rtl' : 'ltr',
      outlet: pick(outlets, index),
      section: null,
      url: null,
      words: [headline, ...body].join(' ').split(/\s+/u).length,
    },
    tags: new Set(index % 3 === 0 ? story.tags : []),
  };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('pick: nothing to pick from');
  return item;
}
