export type ScoredArticles = Readonly<{ articles: Uint32Array; scores: Float64Array }>;

/** Scores this close are a tie: the order in which a sum is taken moves them by less. */
const tiesPerPoint = 1e9;
/** Scores further apart than this are rounded to different numbers for certain. */
const surelyApart = 2 / tiesPerPoint;

/** Whether `a` stands before `b` in an answer: by score, ties by article id. */
export function isBefore(
  a: Readonly<{ id: number; score: number }>,
  b: Readonly<{ id: number; score: number }>,
): boolean {
  const difference = a.score - b.score;
  if (difference > surelyApart) return true;
  if (difference < -surelyApart) return false;
  const scoreA = Math.round(a.score * tiesPerPoint);
  const scoreB = Math.round(b.score * tiesPerPoint);
  return scoreA === scoreB ? a.id < b.id : scoreA > scoreB;
}

/** Bits of a sort key for the index of an article; the 40 above them hold its rounded score. */
const indexBits = 24;
const maxIndexes = 2 ** indexBits;
const maxRounded = 2 ** 40 - 1;

/** Best first, ties by article id. */
export function byRelevance(scored: ScoredArticles): ScoredArticles {
  const { articles, scores } = inOrderOfId(scored);
  const order = orderByScore(scores);
  return {
    articles: order.map((index) => articles[index] as number),
    scores: Float64Array.from(order, (index) => scores[index] as number),
  };
}

function inOrderOfId({ articles, scores }: ScoredArticles): ScoredArticles {
  let ascending = true;
  for (let at = 1; at < articles.length; at += 1) {
    if ((articles[at] as number) < (articles[at - 1] as number)) ascending = false;
  }
  if (ascending) return { articles, scores };
  const order = Uint32Array.from(articles.keys()).sort(
    (a, b) => (articles[a] as number) - (articles[b] as number),
  );
  return {
    articles: order.map((index) => articles[index] as number),
    scores: Float64Array.from(order, (index) => scores[index] as number),
  };
}

/** Indexes from the highest score to the lowest, equal scores in the order that they came in. */
function orderByScore(scores: Float64Array): Uint32Array {
  const rounded = scores.map((score) => Math.round(score * tiesPerPoint));
  const max = rounded.reduce((highest, score) => Math.max(highest, score), 0);
  const lowest = rounded.reduce((least, score) => Math.min(least, score), 0);
  if (max - lowest > maxRounded || scores.length > maxIndexes) {
    const byScore = (a: number, b: number): number =>
      (rounded[b] as number) - (rounded[a] as number) || a - b;
    return Uint32Array.from(scores.keys()).sort(byScore);
  }
  // One 64-bit key holds score and index, so that the engine's own sort runs without calling back: an eighth of the time.
  const keys = new BigUint64Array(scores.length);
  const halves = new Uint32Array(keys.buffer);
  for (let index = 0; index < scores.length; index += 1) {
    const descending = max - (rounded[index] as number);
    halves[2 * index + lowHalf] = (descending % 256) * maxIndexes + index;
    halves[2 * index + 1 - lowHalf] = Math.floor(descending / 256);
  }
  keys.sort();
  const order = new Uint32Array(scores.length);
  for (let nth = 0; nth < order.length; nth += 1) {
    order[nth] = (halves[2 * nth + lowHalf] as number) % maxIndexes;
  }
  return order;
}

/** Which of the two halves of a 64-bit number comes first on this machine: 0 on a little-endian one. */
const lowHalf = new Uint32Array(new BigUint64Array([1n]).buffer)[0] === 1 ? 0 : 1;
