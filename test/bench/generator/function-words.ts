/** Function words by how often newspapers use them. Most are stop words of Lunr's; "mr", "new" and "two" are not. */
export const functionWords = {
  en: (
    'the of to and a in that for is on was with said it by as at be from he are has have his will not an were this who ' +
    'but they had which their been its or after would one more also about she we there than can when all up her new into ' +
    'out over i two if some other could first no time only you what so between last him most before where during under ' +
    'against may many such now them because while three through my since then made those even do being any our year us ' +
    'these both did how still should per off down own told each within around another every among says yet least ever ' +
    'must however just like might cannot'
  ).split(' '),
  fr: (
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la mais comme on ou ' +
    'avec son aux leur été cette ses être a fait ont ces après sans deux nous lors entre aussi sous selon depuis elle ' +
    'même tout dont ainsi avait encore contre peut très bien ils vers alors avant moins car où donc'
  ).split(' '),
  de: (
    'die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach wie ' +
    'im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder um haben einer ' +
    'mir über ihm diese einem ihr uns da zum kann doch vor dieser mich ihn du hatte seine mehr am denn nun unter sehr'
  ).split(' '),
  ar: (
    'في من على إلى أن التي عن مع هذا الذي ما لا كان هذه بعد قال كما لم بين قد إن هو كل ذلك أو حيث غير خلال قبل عام يوم ' +
    'منذ وقد أكثر أي حتى هناك عدم كانت عند لكن إذا وقال أنه بعض دون أمام عبر نحو ضد حول تم وهو وفي ومن وأن فيها له لها'
  ).split(' '),
} as const;

export type GeneratedLanguage = keyof typeof functionWords;
