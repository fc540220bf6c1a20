/** A story told once; `{place}` and `{number}` are filled in for each article made of it. */
export type Story = Readonly<{
  language: 'en' | 'ar' | 'ckb';
  headlines: readonly string[];
  standfirst: string | null;
  caption: string | null;
  body: readonly string[];
  tags: readonly string[];
}>;

const english: readonly Story[] = [
  {
    language: 'en',
    headlines: [
      '{place} reopens its old bridge after two years of repairs',
      'Traffic returns to the iron bridge of {place}',
    ],
    standfirst: 'Engineers replaced {number} girders and kept the lamps of 1931.',
    caption: 'The iron bridge at dawn, a day before the barriers came down.',
    body: [
      'The iron bridge of {place} opened to traffic on Monday, two years after cracks were found in its eastern pier. A line of lorries had formed before sunrise.',
      '“We kept every lamp that could be kept,” said Halima Osei, who led the works. Her crew replaced {number} girders and most of the deck.',
      'The council had warned that the repairs might cost twice what was planned. In the end the bridge came in eleven per cent under its budget, the treasurer said, because the old stone was sounder than the surveys showed.',
      'Shopkeepers on the western bank said that they had lost a third of their customers while the bridge was shut. The council has promised them a reduction of rents until spring.',
      'A second bridge, a mile upstream, is to be inspected next year.',
    ],
    tags: ['Places/Bridges', 'Follow up'],
  },
  {
    language: 'en',
    headlines: [
      'Water is rationed in {place} as the reservoir falls to a fifth',
      'Dry taps in {place} for a third week',
    ],
    standfirst: null,
    caption: 'A tanker fills jars in the northern quarter of the city.',
    body: [
      'Households in {place} will have water for four hours a day from Thursday, the water board said, after the reservoir fell to a fifth of what it holds.',
      'The board blamed a winter without snow and {number} leaking mains. Farmers blame the wells that hotels have been allowed to drill.',
      '“The river has never been this low in my life,” said Yusuf Barzan, 71, who keeps the sluice below the dam.',
      'Engineers want to join the city’s network to the canal. The ministry said that it would decide within weeks.',
    ],
    tags: ['Water', 'Drought'],
  },
  {
    language: 'en',
    headlines: [
      'Court in {place} clears editor of defaming the port authority',
      'Editor walks free in {place}',
    ],
    standfirst: 'The judge said that a question is not an accusation.',
    caption: null,
    body: [
      'A court in {place} on Tuesday cleared the editor of a weekly paper of defaming the port authority, in a case that had been watched by reporters across the region.',
      'Nadia Kovač had printed {number} questions about a contract for cranes. The authority said that the questions were meant to be read as answers.',
      'The judge, in a reading that took nine minutes, said that a question is not an accusation and that a public body must expect to be asked.',
      'The authority said that it would read the judgment before deciding whether to appeal.',
    ],
    tags: ['Press freedom', 'Courts'],
  },
  {
    language: 'en',
    headlines: [
      'Government and opposition agree to talk in {place}',
      'Talks on the combat mission begin in {place} without a date for withdrawal',
    ],
    standfirst: null,
    caption: 'Delegations leave the guest house in {place} after the first session.',
    body: [
      'Delegations met in {place} for a first round of talks on the future of the foreign combat mission. Neither side named a date for withdrawal.',
      '“There is no need for any foreign combat forces here,” the head of the delegation told reporters, while adding that advisers would be welcome for training.',
      'About {number} troops remain in four bases. Diplomats said that the talks would turn on what is called a base and who is called an adviser.',
      'The next session is planned for the first week of the month. A communiqué of two pages was handed out in three languages; the three do not quite agree.',
      'Officials asked not to be named because they were not allowed to speak about the talks.',
    ],
    tags: ['Diplomacy', 'Diplomacy/Talks'],
  },
  {
    language: 'en',
    headlines: ['Teachers in {place} end strike after pay deal', 'Schools in {place} open again'],
    standfirst: null,
    caption: 'Pupils return to the Girls’ Secondary School.',
    body: [
      'Teachers in {place} went back to their classrooms on Sunday after {number} days on strike. The deal raises their pay in two steps and settles last year’s arrears.',
      '“It’s not what we asked for, and it is more than we were offered,” said the union’s secretary, Omar Delgado.',
      'The ministry will make up the lost lessons on Saturdays until the examinations.',
    ],
    tags: ['Education', 'Labour'],
  },
  {
    language: 'en',
    headlines: ['A library burnt in the war lends books again in {place}', '{place} counts its books'],
    standfirst: 'More than {number} volumes came back from private shelves.',
    caption: 'Readers on the stairs of the reading room, which still lack their banister.',
    body: [
      'The public library of {place} lent its first book in seven years on Wednesday: an atlas, to a girl of nine.',
      'When the building burnt, neighbours carried out what they could. Since the appeal in March more than {number} volumes have come back, some with a note of apology for the delay.',
      'The catalogue has been copied by hand from cards found in a cellar. It has gaps. “We know what we had better than we know what we have,” said the librarian.',
    ],
    tags: ['Culture'],
  },
  {
    language: 'en',
    headlines: [
      'Grain ships wait off {place} for insurance',
      'Wheat prices rise as {number} ships wait off {place}',
    ],
    standfirst: null,
    caption: 'Bulk carriers at anchor in the roads.',
    body: [
      'At least {number} ships loaded with wheat were waiting off {place} on Friday because insurers would not cover the last forty miles, the port’s pilots said.',
      'Wheat rose by four per cent. Millers said that they had flour for six weeks.',
      'A scheme by which the state stands behind the insurers has been drafted twice and withdrawn twice.',
    ],
    tags: ['Economy', 'Economy/Grain'],
  },
  {
    language: 'en',
    headlines: ['Flood warning for the lower town of {place}', 'River crests below the wall in {place}'],
    standfirst: null,
    caption: null,
    body: [
      'The river crested {number} centimetres below the flood wall of {place} in the night and began to fall towards noon.',
      'Volunteers had filled sandbags until three. “We’ll leave them where they are,” said the fire chief. “It’s only November.”',
    ],
    tags: ['Weather', 'Water'],
  },
];

const arabic: readonly Story[] = [
  {
    language: 'ar',
    headlines: [
      'إعادة افتتاح الجسر القديم في {place} بعد عامين من الترميم',
      'عودة حركة السير إلى الجسر الحديدي في {place}',
    ],
    standfirst: 'استبدل المهندسون {number} عارضة وحافظوا على مصابيح عام 1931.',
    caption: 'الجسر الحديدي عند الفجر قبل يوم من إزالة الحواجز.',
    body: [
      'افتتح الجسر الحديدي في {place} أمام حركة السير يوم الاثنين، بعد عامين من اكتشاف تشققات في دعامته الشرقية.',
      'وقالت المهندسة هالة العاني، التي أشرفت على الأعمال: «حافظنا على كل مصباح أمكن الحفاظ عليه». واستبدل فريقها {number} عارضة ومعظم سطح الجسر.',
      'وكان المجلس البلدي قد حذر من أن كلفة الترميم قد تتضاعف، غير أن الأعمال انتهت بأقل من الميزانية المقررة.',
    ],
    tags: ['Places/Bridges'],
  },
  {
    language: 'ar',
    headlines: [
      'تقنين المياه في {place} مع انخفاض منسوب الخزان إلى الخمس',
      'بدء المحادثات في {place} من دون موعد للانسحاب',
    ],
    standfirst: null,
    caption: null,
    body: [
      'تحصل الأسر في {place} على المياه أربع ساعات يوميا اعتبارا من الخميس، بحسب ما أعلنت هيئة المياه.',
      'وعزت الهيئة ذلك إلى شتاء بلا ثلوج وإلى {number} أنبوبا تتسرب منه المياه، فيما يلقي المزارعون باللوم على الآبار.',
      'ويريد المهندسون ربط شبكة المدينة بالقناة، وقالت الوزارة إنها ستتخذ قرارا خلال أسابيع.',
    ],
    tags: ['Water', 'عاجل'],
  },
];

const kurdish: readonly Story[] = [
  {
    language: 'ckb',
    headlines: ['پردە کۆنەکەی {place} دوای دوو ساڵ کرایەوە', 'کتێبخانەی {place} دووبارە کتێب دەدات'],
    standfirst: null,
    caption: 'پردە ئاسنینەکە لە بەرەبەیاندا.',
    body: [
      'پردە ئاسنینەکەی {place} ڕۆژی دووشەممە بە ڕووی هاتوچۆدا کرایەوە، دوای دوو ساڵ لە نۆژەنکردنەوە.',
      'ئەندازیارەکان {number} تیرئاسنیان گۆڕی و چراکانی ساڵی ١٩٣١یان پاراست.',
      'دوکاندارەکانی بەری ڕۆژاوا دەڵێن سێیەکی کڕیارەکانیان لەدەست داوە.',
    ],
    tags: ['Places/Bridges', 'Culture'],
  },
];

export const stories: readonly Story[] = [...english, ...arabic, ...kurdish];

export const outlets = ['Courier', 'Evening Post', 'Lantern', 'River Times'] as const;
export const agencies = ['AP', 'Reuters', 'Lantern News', null] as const;
export const places = {
  en: ['Sulaimani', 'Port Sable', 'Bergen', 'Mosul', 'Trieste', 'Valparaíso', 'Harrow', 'Izmir', 'Basra'],
  ar: ['بغداد', 'البصرة', 'الموصل'],
  ckb: ['سلێمانی', 'هەولێر'],
} as const;
