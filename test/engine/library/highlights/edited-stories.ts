/** Numbers that are always the same for a seed: the generator of D. Lehmer with the numbers of S. K. Park and K. W. Miller. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 7919 + 1) % 2_147_483_647 || 1;
  }

  below(sides: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % sides;
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }
}

/** A sentence that can be followed through edits. */
export type Told = { readonly id: number; text: string };

/** What a file of one article says. */
export type Story = {
  headline: string;
  paragraphs: Told[][];
  /** Lines at the foot of the page, the same in all files. */
  furniture: string[];
  width: number;
};

type Vocabulary = Readonly<{
  who: readonly string[];
  did: readonly string[];
  what: readonly string[];
  when: readonly string[];
  and: string;
  stop: string;
}>;

const english: Vocabulary = {
  who: [
    'The harbour master',
    'A committee of bargemen',
    'Marit Sol, the lock keeper,',
    'The ministry of works',
    'Two pilots from Skarrow',
    'The owner of the glassworks',
    'Nobody on the canal board',
    'A surveyor',
    'The night watch',
    'An elderly ferryman',
  ],
  did: [
    'wrote to the minister about',
    'would not pay for',
    'has waited eleven years to see',
    'promised to repair',
    'counted once more',
    'spoke for an hour of',
    'had never heard of',
    'opposed in the strongest words',
    'laughed at',
    'measured with a plumb line',
  ],
  what: [
    'the broken tide gauge',
    'four oak gates of the Verrin lock',
    'the new bridge over the Solme',
    'a cargo of early apricots',
    'the furnace and its tall chimney',
    'the lighthouse lens, which came by sea',
    'an aqueduct with two cracked arches',
    'unpaid wages of the dredging crews',
    'the customs sheds behind the mole',
    'a map from the year of the flood',
  ],
  when: [
    'on Monday before sunrise',
    'until the frost is over',
    'in a letter that was read aloud',
    'while the barges lay idle',
    'as “a matter for engineers”',
    'for the third time this winter',
    'without saying who would pay',
    'at the request of the town',
    'in spite of the rain',
    'though the vote had been lost',
  ],
  and: '; meanwhile',
  stop: '.',
};

const arabic: Vocabulary = {
  who: [
    'مدير الميناء',
    'لجنة من البحارة',
    'وزارة الأشغال',
    'حارس القناة',
    'صاحب المصنع',
    'المهندس المقيم',
    'أحد سكان الحي القديم',
    'مجلس المدينة',
    'طاقم السفينة',
    'شيخ الصيادين',
  ],
  did: [
    'كتب إلى الوزير بشأن',
    'رفض أن يدفع ثمن',
    'وعد بإصلاح',
    'تحدث ساعة كاملة عن',
    'لم يسمع قط عن',
    'عاين بنفسه',
  ],
  what: [
    'مقياس المد المعطل',
    'بوابات القناة القديمة',
    'الجسر الجديد فوق النهر',
    'شحنة من المشمش المبكر',
    'عدسة المنارة التي وصلت بحرًا',
    'أجور العمال المتأخرة',
    'خريطة من سنة الفيضان',
    'مخازن الجمارك خلف الرصيف',
    'فرن الزجاج ومدخنته العالية',
    'قناطر المياه المتصدعة',
  ],
  when: [
    'صباح يوم الاثنين',
    'حتى ينتهي الصقيع',
    'في رسالة قرئت علنًا',
    'رغم هطول المطر',
    'للمرة الثالثة هذا الشتاء',
  ],
  and: '، بينما',
  stop: '.',
};

const furniture = ['Share', 'Tweet', 'Print', 'Sign up for our newsletter', 'More from this section'];

/** Of every three sentences two say how many, so that hardly two are the same. */
function sentence(dice: Dice, { who, did, what, when, and, stop }: Vocabulary): string {
  const number = dice.below(3) !== 0 ? ` (${2 + dice.below(9000)})` : '';
  const clause = `${dice.of(who)} ${dice.of(did)} ${dice.of(what)}${number} ${dice.of(when)}`;
  const more = dice.below(2) === 0 ? '' : `${and} ${dice.of(who)} ${dice.of(did)} ${dice.of(what)}`;
  return `${clause}${more}${stop}`;
}

export function invented(seed: number): Story {
  const dice = new Dice(seed);
  const words = seed % 5 === 4 ? arabic : english;
  let id = 0;
  const told = (): Told => ({ id: (id += 1), text: sentence(dice, words) });
  const paragraphs = Array.from({ length: 4 + dice.below(9) }, () =>
    Array.from({ length: 1 + dice.below(4) }, told),
  );
  const headline = `${dice.of(words.who)} ${dice.of(words.did)} ${dice.of(words.what)}`.replace(/,$/u, '');
  return { headline, paragraphs, furniture: [...furniture], width: 0 };
}

/** As a file. */
export function written({ headline, paragraphs, furniture: lines, width }: Story): string {
  const texts = paragraphs.map((told) => wrapped(told.map(({ text }) => text).join(' '), width));
  return `${[headline, ...texts].join('\n\n')}\n\n${lines.join('\n')}\n`;
}

function wrapped(text: string, width: number): string {
  if (width === 0) return text;
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

type Edit = (story: Story, dice: Dice) => void;

function eachSentence(story: Story, change: (told: Told) => void): void {
  for (const paragraph of story.paragraphs) for (const told of paragraph) change(told);
}

/** Swaps, doubles or leaves out letters. */
function mistyped(text: string, dice: Dice, oneIn: number): string {
  let typed = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === ' ' || dice.below(oneIn) !== 0) typed += letter;
    else if (dice.below(3) === 0) typed += letter + letter;
    else if (dice.below(2) === 0) typed += String.fromCharCode(97 + dice.below(26));
  }
  return typed;
}

/** What becomes of an article between two readings of its file. */
export const edits: Readonly<Record<string, Edit>> = {
  'typos are mended': (story, dice) =>
    eachSentence(story, (told) => {
      told.text = mistyped(told.text, dice, 25);
    }),
  'paragraphs change places': (story, dice) => {
    for (let at = story.paragraphs.length - 1; at > 0; at -= 1) {
      const other = dice.below(at + 1);
      const moved = story.paragraphs[at] as Told[];
      story.paragraphs[at] = story.paragraphs[other] as Told[];
      story.paragraphs[other] = moved;
    }
  },
  'paragraphs are cut': (story, dice) => {
    story.paragraphs = story.paragraphs.filter(() => dice.below(3) !== 0);
    if (story.paragraphs.length < 2) story.paragraphs.push([{ id: -1, text: 'Nothing else was said.' }]);
  },
  'paragraphs are added': (story, dice) => {
    story.paragraphs = story.paragraphs.flatMap((paragraph) =>
      dice.below(2) === 0 ? [paragraph] : [[{ id: -1, text: sentence(dice, english) }], paragraph],
    );
  },
  'sentences are cut': (story, dice) => {
    story.paragraphs = story.paragraphs.map((told) => told.filter(() => dice.below(4) !== 0));
    story.paragraphs = story.paragraphs.filter((told) => told.length > 0);
    if (story.paragraphs.length < 2) story.paragraphs.push([{ id: -1, text: 'Nothing else was said.' }]);
  },
  'words are put in': (story, dice) =>
    eachSentence(story, (told) => {
      const words = told.text.split(' ');
      words.splice(1 + dice.below(words.length - 1), 0, dice.of(['also', 'again', 'reportedly']));
      told.text = words.join(' ');
    }),
  'lines are broken elsewhere': (story, dice) => {
    story.width = 50 + dice.below(25);
  },
  'quotation marks and numbers are written otherwise': (story) =>
    eachSentence(story, (told) => {
      told.text = told.text.replace(/[“”]/gu, '"').replace(/\((\d+)\)/gu, '[$1]');
    }),
  'the headline is another one': (story) => {
    story.headline = `Update: what is known so far of ${story.headline.toLowerCase()}`;
  },
  'paragraphs are joined and furniture grows': (story) => {
    story.paragraphs = story.paragraphs.reduce<Told[][]>((joined, told, nth) => {
      if (nth % 2 === 0) joined.push([...told]);
      else joined.at(-1)?.push(...told);
      return joined;
    }, []);
    story.furniture = ['Advertisement', 'Read more', ...story.furniture, 'Follow us'];
  },
};
