import type { ArchiveApi, ImportProgress } from '../contract/archive-api.ts';
import type { SearchPage } from '../contract/search.ts';
import type { Calls } from '../rpc/calls.ts';

const tag = 'Self-check';

export type SelfCheck = Readonly<{
  articles: number;
  failed: number;
  /** The query that was tried. */
  query: string;
  hits: number;
  tagged: number;
}>;

/** Imports the sample archive, searches it, tags what was found and finds it again by the tag. */
export async function checkArchive(archive: Calls<ArchiveApi>, sampleArchiveDir: string): Promise<SelfCheck> {
  await archive.addSources({ paths: [sampleArchiveDir] });
  const { state, failed }: ImportProgress = await archive.importFinished({});
  const { articles } = await archive.status({});
  demand(
    state === 'idle' && articles > 0,
    `the import of ${sampleArchiveDir} ended with ${articles} articles`,
  );
  const query = 'harbour';
  const found = await search(archive, query);
  demand(found.total > 0, `no article was found by ${query}`);
  const selection = { resultSet: found.resultSet, except: [] };
  const { changed } = await archive.setTags({ selection, add: [tag], remove: [] });
  demand(changed === found.total, `${changed} of ${found.total} articles were tagged`);
  const tagged = await search(archive, `tag:"${tag}"`);
  demand(tagged.total === found.total, `${tagged.total} of ${found.total} articles were found by their tag`);
  return { articles, failed, query, hits: found.total, tagged: tagged.total };
}

function search(archive: Calls<ArchiveApi>, query: string): Promise<SearchPage> {
  return archive.search({
    query,
    grammar: 'news',
    sort: 'relevance',
    filter: { tags: [], sources: [], untagged: false },
    offset: 0,
    limit: 10,
    typing: false,
  });
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
