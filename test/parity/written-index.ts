import type { ArticleFields } from '../../electron/contract/article.ts';
import { articleId } from '../../electron/contract/ids.ts';
import type { IndexWriter } from '../../electron/engine/index/index-writer.ts';
import type { IndexWithHistory } from './history.ts';

/** An index that a writer of ours writes, with the articles that it should hold beside it. */
export class WrittenIndex implements IndexWithHistory {
  readonly live = new Map<number, ArticleFields>();
  protected readonly writer: IndexWriter;

  constructor(writer: IndexWriter) {
    this.writer = writer;
  }

  put(id: number, fields: ArticleFields): void {
    this.live.set(id, fields);
    this.writer.add(articleId(id), fields);
  }

  remove(id: number): void {
    this.live.delete(id);
    this.writer.remove(articleId(id));
  }

  commit(): void {
    this.writer.commit(this.writer.change + 1);
  }

  mergeStep(): boolean {
    return this.writer.mergeStep();
  }

  optimize(): void {
    while (this.writer.optimizeStep());
  }
}
