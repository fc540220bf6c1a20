import type { GeneratedLanguage } from './function-words.ts';
import { Lexicon } from './lexicon.ts';
import { personName, Prose } from './prose.ts';
import { hash32, Random } from './random.ts';
import { latinName } from './spelling.ts';
import { WordRanks } from './word-ranks.ts';

/** Changes whenever the same seed would give other articles. */
export const generatorVersion = 1;

export const agencies = [
  'Northwire',
  'Meridian Press',
  'Harbour News Agency',
  'Levant Newswire',
  'Eastern Press',
  'Wire Press',
  'Delta News',
  'Union Press',
  'Coastline News',
  'Plateau Press',
] as const;

export const placeCount = 400;
const articlesInFolder = 1_000;
const firstDayMs = Date.UTC(2002, 0, 1);
const days = 7_300;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const arabicMonths = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const menu = ['Home', 'World', 'Politics', 'Business', 'Sport', 'Culture', 'Opinion'];

export function placeName(number: number): string {
  const name = latinName(300_000 + number);
  return number % 7 === 0 ? `${name} ${latinName(600 + number)}` : name;
}

type Draft = Readonly<{ random: Random; prose: Prose; language: GeneratedLanguage; headline: string }>;

/**
 * Invented pages of a newspaper's archive, each out of the seed and its number alone: headline, caption, byline,
 * dateline, date, paragraphs and the furniture of a page. Names, numbers and slips never end, so that the vocabulary
 * grows as an archive's does.
 */
export class GeneratedArticles {
  readonly #seed: number;
  readonly #ranks = new WordRanks();
  readonly #lexicons: Readonly<Record<GeneratedLanguage, Lexicon>> = {
    en: new Lexicon('en'),
    fr: new Lexicon('fr'),
    de: new Lexicon('de'),
    ar: new Lexicon('ar'),
  };

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Path of the article's file in its folder, with `/` between the parts. */
  nameAt(number: number): string {
    const folder = String(Math.floor(number / articlesInFolder)).padStart(4, '0');
    return `part-${folder}/${String(number).padStart(7, '0')}.txt`;
  }

  textAt(number: number): string {
    const draft = this.#draft(number);
    const { random, prose, headline } = draft;
    const blocks: string[] = [];
    if (random.chance(0.12)) blocks.push(menu.join('\n'));
    blocks.push(headline);
    if (random.chance(0.4)) {
      const credit = random.chance(0.6)
        ? ` (${random.pick(agencies)} photo)`
        : ` (Photo: ${personName(random)})`;
      blocks.push(`${prose.line(8 + random.below(14), false)}${credit}`);
    }
    if (random.chance(0.35)) blocks.push(`By ${personName(random)}`);
    if (random.chance(0.9)) blocks.push(this.#publishedLine(draft));
    this.#addBody(draft, blocks);
    this.#addFurniture(number, draft, blocks);
    return blocks.join('\n\n');
  }

  headlineAt(number: number): string {
    return this.#draft(Math.max(0, number)).headline;
  }

  #draft(number: number): Draft {
    const seed = hash32(this.#seed, number);
    const random = new Random(seed, 1);
    const draw = random.below(100);
    const language = draw < 94 ? 'en' : draw < 97 ? 'ar' : draw < 99 ? 'fr' : 'de';
    const prose = new Prose(this.#ranks, this.#lexicons[language], random, seed);
    return { random, prose, language, headline: prose.line(5 + random.below(7), language === 'en') };
  }

  #publishedLine({ random, language }: Draft): string {
    const date = new Date(firstDayMs + random.below(days) * 86_400_000);
    const month = (language === 'ar' ? arabicMonths : months)[date.getUTCMonth()] ?? '';
    const [label, day] = [language === 'ar' ? 'تاريخ النشر:' : 'Published', date.getUTCDate()];
    return `${label} ${String(day)} ${month} ${String(date.getUTCFullYear())}`;
  }

  #addBody({ random, prose }: Draft, blocks: string[]): void {
    // Lengths are lognormal around 320 words, and 350 on average; four shares make a bell curve.
    const bell = (random.share() + random.share() + random.share() + random.share() - 2) * Math.sqrt(3);
    const sentences = Math.max(3, Math.round((320 / 21) * Math.exp(bell * 0.45)));
    let paragraph = random.chance(0.85) ? this.#dateline(random) : '';
    for (let at = 0; at < sentences; at += 1) {
      paragraph += prose.sentence();
      if (random.chance(0.5)) {
        blocks.push(paragraph);
        paragraph = '';
      } else paragraph += ' ';
    }
    if (paragraph !== '') blocks.push(paragraph.trimEnd());
  }

  #dateline(random: Random): string {
    const place = placeName(Math.floor(placeCount * random.share() ** 2)).toUpperCase();
    return random.chance(0.8) ? `${place} (${random.pick(agencies)}) - ` : `${place} — `;
  }

  #addFurniture(number: number, { random }: Draft, blocks: string[]): void {
    if (random.chance(0.8)) {
      blocks.push(
        'Previous Article',
        this.headlineAt(number - 1),
        'Next Article',
        this.headlineAt(number + 1),
      );
    }
    if (random.chance(0.6)) {
      const related = [1, 2, 3].map((nth) => this.headlineAt(random.below(number + nth)));
      blocks.push('Related Posts', ...related, 'Total', String(random.below(2_000)));
    }
    blocks.push('Share');
  }
}
