import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from '../../electron/dev/checkout.ts';
import { makeSharedFolder } from '../../electron/dev/launch.ts';
import { launchApp, type AppOptions, type RunningApp } from '../support/electron-app.ts';
import { ReadingRoom } from '../support/reading-room.ts';

const folder = join(checkout, 'docs/pictures');

export type Size = Readonly<{ width: number; height: number }>;

/** A window that is photographed, of an app with a home of its own. */
export class Photographer {
  readonly home: string;
  readonly room: ReadingRoom;
  readonly #running: RunningApp;
  readonly #size: Size;

  private constructor(running: RunningApp, home: string, size: Size) {
    this.#running = running;
    this.home = home;
    this.room = new ReadingRoom(running.window);
    this.#size = size;
  }

  get app(): RunningApp['app'] {
    return this.#running.app;
  }

  get window(): RunningApp['window'] {
    return this.#running.window;
  }

  /** Opens a window on what `prepare` has laid into the new home, works in it, and leaves nothing behind. */
  static async at(
    size: Size,
    prepare: (home: string) => Partial<AppOptions>,
    work: (photographer: Photographer) => Promise<void>,
  ): Promise<void> {
    const home = makeSharedFolder('microfiche-pictures-');
    const running = await launchApp({ userDataDir: home, ...prepare(home) });
    try {
      await running.window.setViewportSize(size);
      await work(new Photographer(running, home, size));
    } finally {
      await running.close();
      rmSync(home, { recursive: true, force: true });
    }
  }

  /** Asks a question and leaves the focus in its results. */
  async show(question: string): Promise<void> {
    const { query, article } = this.room;
    await this.window.keyboard.press('Control+1');
    await query.fill(question);
    await query.press('Enter');
    await article.waitFor();
  }

  async theme(chosen: 'light' | 'dark' | 'sepia'): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, command) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', command),
      `theme-${chosen}`,
    );
    await this.window.locator(`html[data-theme=${chosen}]`).waitFor();
  }

  /** Photographs the window once its fonts are there and nothing in it moves. */
  async take(name: string): Promise<void> {
    await this.window.mouse.move(this.#size.width - 1, this.#size.height - 1);
    await this.window.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 30; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    const path = join(folder, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.window.screenshot({ path, caret: 'initial' });
    console.log(`docs/pictures/${name}.png`);
  }
}
