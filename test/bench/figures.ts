import type { Figures } from './budgets.ts';
import type { Build, Measurements } from './measure.ts';

function rateOf(build: Build | null): number | null {
  return build === null ? null : build.result.textBytes / build.result.seconds;
}

function secondsAnArticle(build: Build | null): number | null {
  return build === null ? null : build.result.seconds / build.result.articles;
}

/** Picks out what the budgets are about. */
export function figuresOf(measured: Measurements, articles: number, textBytes: number): Figures {
  const { imported, search, cold, recoll, recollMissing, building, smallBuilding, lunr, fts5 } = measured;
  return {
    articles,
    importSeconds: imported?.result.seconds ?? null,
    recollSeconds: recoll?.seconds ?? null,
    recollMissing,
    buildRates: { ours: rateOf(building), lunr: rateOf(lunr), fts5: rateOf(fts5) },
    secondsAnArticle: { small: secondsAnArticle(smallBuilding), whole: secondsAnArticle(building) },
    importMemory: imported?.memory['importing'] ?? null,
    searchMemory: search?.memory['searching'] ?? null,
    queries: { ours: search?.result.queries ?? null, fts5: fts5?.result.queries ?? null },
    cold: cold === null ? null : { ms: Math.max(cold.firstPage.ms, cold.word.ms), isCold: cold.isCold },
    textBytes,
    indexBytes: imported?.result.indexBytes ?? null,
    storedTextBytes: imported?.result.storedTextBytes ?? null,
  };
}
