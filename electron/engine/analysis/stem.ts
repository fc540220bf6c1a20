import lunr from 'lunr';

const porter = /^[a-z][a-z']*$/;
const arabicScript = /^[\u0600-\u06ff]+$/;
/** Longest first. */
const arabicArticles = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];

/**
 * Takes the definite article, with the particle before it, off an Arabic word when three letters remain: the prefix
 * half of the light10 stemmer (Larkey, Ballesteros, Connell 2007, "Light stemming for Arabic information retrieval").
 */
function stripArabicArticle(word: string): string {
  for (const article of arabicArticles) {
    if (word.startsWith(article) && word.length - article.length >= 3) return word.slice(article.length);
  }
  return word;
}

/** The stem of a folded word: Porter's for Latin letters, as in Lunr, and the light one in Arabic script. */
export function stem(word: string): string {
  if (porter.test(word)) return lunr.stemmer(new lunr.Token(word, {})).toString();
  if (arabicScript.test(word)) return stripArabicArticle(word);
  return word;
}
