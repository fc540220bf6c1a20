import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from './electron-test.ts';

/** The app's window, by what a person finds in it. */
export class ReadingRoom {
  readonly page: Page;
  readonly query: Locator;
  readonly results: Locator;
  readonly rows: Locator;
  /** Says how many articles the query found. */
  readonly total: Locator;
  readonly article: Locator;
  readonly tools: Locator;
  /** The library's tags, sources and counts. */
  readonly sidebar: Locator;
  /** The import's ring in the toolbar. */
  readonly ring: Locator;

  constructor(page: Page) {
    this.page = page;
    this.query = page.getByRole('textbox', { name: 'Search the archive' });
    this.results = page.getByRole('listbox', { name: 'Results' });
    this.rows = this.results.getByRole('option');
    this.total = page.locator('#query-reading').getByRole('status').first();
    this.article = page.getByRole('region', { name: 'Text of the article' });
    this.tools = page.getByRole('toolbar', { name: 'Article' });
    this.sidebar = page.getByRole('navigation', { name: 'Archive' });
    this.ring = page.getByRole('button', { name: /^(?:Looking|Importing|Paused)/u });
  }

  /** Adds the articles that come with the app, and waits until all of them are found. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample archive' }).click();
    await expect(this.everything).toHaveText(/72/u);
    await expect(this.ring).toBeHidden();
  }

  get everything(): Locator {
    return this.sidebar.getByRole('button', { name: 'Everything' });
  }

  /** Asks anew and waits for the answer, and for its count: the one before may have counted the same. */
  async search(query: string, articles: number): Promise<void> {
    await this.query.fill(query);
    await expect(this.page.locator('section[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await expect(this.total).toHaveText(articles === 1 ? '1 article' : `${articles} articles`);
  }

  message(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }
}

/** Answers the system's dialogs for folders and files, which no test can see, with `paths`. */
export async function answerOpenDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...paths],
  );
}
