import { BrowserWindow, MessageChannelMain, nativeTheme, screen, type MessagePortMain } from 'electron';
import type { ShellEvents } from '../contract/shell-api.ts';
import { windowPreferences } from './security/window-preferences.ts';
import { windowOrigin } from './security/local-urls.ts';
import type { Settings } from './settings.ts';
import { interfaceLanguage, interfaceLocale } from '../words/say.ts';
import { applyTheme, backgroundOf } from './theme.ts';
import { smallest, visibleBounds } from './window-place.ts';

type Options = Readonly<{
  preload: string;
  devTools: boolean;
  settings: Settings;
  log: (line: string) => void;
}>;

const quietMs = 10_000;

/** The app's one window: opened, brought to the front, told of events, and remembered where it was. */
export class MainWindow {
  readonly #options: Options;
  #window: BrowserWindow | null = null;
  #reloadedAtMs = -Infinity;

  constructor(options: Options) {
    this.#options = options;
  }

  get browserWindow(): BrowserWindow | null {
    return this.#window;
  }

  /** Opens the window, or brings it to the front when it is open. */
  show(): void {
    if (this.#window === null) {
      this.#window = this.#open();
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  /** Loads the page anew, in the language that is spoken now. */
  reload(): void {
    void this.#window?.loadURL(address());
  }

  tell<Name extends keyof ShellEvents>(name: Name, event: ShellEvents[Name]): void {
    this.#window?.webContents.send('shell-event', name, event);
  }

  /** Fails what the page waits for: the engine that it was connected to is gone. */
  disconnect(message: string): void {
    this.#window?.webContents.send('engine-gone', message);
  }

  /** Makes a channel, and gives one end to the page and the other to `engine`. */
  connect(engine: (port: MessagePortMain) => boolean): void {
    if (this.#window === null) return;
    const { port1, port2 } = new MessageChannelMain();
    if (engine(port1)) this.#window.webContents.postMessage('port', null, [port2]);
    else port1.close();
  }

  #open(): BrowserWindow {
    const { preload, devTools, settings, log } = this.#options;
    const { window: place, memory } = settings.values;
    applyTheme(nativeTheme, memory.theme);
    const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
    const window = new BrowserWindow({
      ...visibleBounds(
        place?.bounds ?? null,
        displays.map(({ workArea }) => workArea),
      ),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Microfiche',
      backgroundColor: backgroundOf(memory.theme, nativeTheme.shouldUseDarkColors),
      webPreferences: windowPreferences(preload, devTools),
    });
    if (place?.maximised === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => {
      settings.change({ window: { bounds: window.getNormalBounds(), maximised: window.isMaximized() } });
    });
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log(`the page ended: ${reason} (${exitCode})`);
      // Once in a while: a page that ends right after it was loaded would end for ever.
      const nowMs = performance.now();
      if (reason !== 'clean-exit' && nowMs - this.#reloadedAtMs > quietMs) window.webContents.reload();
      this.#reloadedAtMs = nowMs;
    });
    void window.loadURL(address());
    return window;
  }
}

// The page has to know its language before it draws anything, and there is nothing that it could ask by then.
function address(): string {
  const query = new URLSearchParams({ language: interfaceLanguage(), locale: interfaceLocale() });
  return `${windowOrigin}/index.html?${query.toString()}`;
}
