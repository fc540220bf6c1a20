import type { ArticleFields } from '../../electron/contract/article.ts';
import { articleAt, openCorpus } from '../bench/corpus.ts';
import { randomArticle } from './random-corpus.ts';

/** Articles to compare over, by number from 0. */
export type ParityCorpus = Readonly<{
  articles: number;
  fieldsAt(number: number): ArticleFields;
}>;

/**
 * By turns an article of very few words, of which queries find many that tie, and one with the large vocabulary of
 * an archive.
 */
export function inventedCorpus(articles: number, seed: number, random: () => number): ParityCorpus {
  const archive = openCorpus({ kind: 'generated', seed, articles });
  return {
    articles,
    fieldsAt: (number) =>
      number % 2 === 0 ? randomArticle(random) : articleAt(archive, number).article.fields,
  };
}

/** The .txt files under a folder, or the first of them. */
export function folderCorpus(dir: string, articles: number | null): ParityCorpus {
  const corpus = openCorpus({ kind: 'folder', dir, articles });
  return {
    articles: corpus.articles,
    fieldsAt: (number) => articleAt(corpus, number).article.fields,
  };
}

/** The article as somebody may have saved it again: paragraphs gone or twice, another headline. */
export function edited(fields: ArticleFields, random: () => number): ArticleFields {
  const body = fields.body.flatMap((paragraph) => {
    const draw = random();
    return draw < 0.2 ? [] : draw < 0.3 ? [paragraph, paragraph] : [paragraph];
  });
  const words = fields.headline.split(' ');
  const headline = random() < 0.3 ? words.slice(Math.floor(words.length / 2)).join(' ') : fields.headline;
  return { ...fields, headline, body, captions: random() < 0.2 ? [] : fields.captions };
}
