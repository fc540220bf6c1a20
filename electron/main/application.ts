import { app, dialog, ipcMain, Menu, protocol, type MessagePortMain } from 'electron';
import { FailureError, messageOf, wordErrorsBy } from '../contract/failure.ts';
import { EngineProcess, type EngineState } from './engine-process.ts';
import { forkEngine } from './fork-engine.ts';
import type { LogFile } from './log-file.ts';
import { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu/menu-template.ts';
import type { OpenedPaths } from './opened-paths.ts';
import { OwnArchive } from './own-archive.ts';
import type { Places } from './own-folders.ts';
import { appResponse } from './protocols/app-protocol.ts';
import { articleResponse } from './protocols/article-protocol.ts';
import type { Profile } from './profile.ts';
import type { Settings } from './settings.ts';
import { serveShell } from './shell/serve-shell.ts';
import { chooseLibrary, makeShell } from './shell/shell.ts';
import { localeFor, type ChosenLanguage, type LanguageTag } from '../words/languages.ts';
import { say, setLanguage } from '../words/say.ts';
import { word } from '../words/word.ts';

export type ApplicationParts = Readonly<{
  places: Places;
  settings: Settings;
  log: LogFile;
  openedPaths: OpenedPaths;
  developing: boolean;
  /** Of this run only; null when the person's choice holds. */
  libraryDir: string | null;
  /** The same of the language of menus and window. */
  language: LanguageTag | null;
  profile: Profile;
}>;

/** The app with its window: who is connected to whom, and what happens when one of them goes away. */
export class Application {
  readonly #parts: ApplicationParts;
  readonly #window: MainWindow;
  readonly #archive = new OwnArchive();
  readonly #engine: EngineProcess<MessagePortMain>;

  constructor(parts: ApplicationParts) {
    this.#parts = parts;
    const { places, settings, developing } = parts;
    const log = (line: string): void => parts.log.write(line);
    this.#window = new MainWindow({ preload: places.preload, devTools: developing, settings, log });
    this.#engine = new EngineProcess({
      fork: (libraryDir) => forkEngine(places.engineHost, libraryDir, log),
      onState: (state) => this.#engineBecame(state),
      log,
      nowMs: () => Date.now(),
    });
  }

  /** To be called once the app is ready. */
  start(): void {
    const { places, settings, libraryDir } = this.#parts;
    this.#speak();
    this.#serveProtocols();
    this.#serveShell();
    this.#setMenu();
    this.#window.show();
    void this.#engine.start(libraryDir ?? settings.values.libraryDir ?? places.libraryDir);
  }

  show(): void {
    this.#window.show();
  }

  /** Lets the engine close its library, and writes the settings. */
  async stop(): Promise<void> {
    await this.#engine.stop();
    this.#parts.settings.save();
  }

  /** Opens another library, and the one before it again when that fails. */
  async openLibrary(libraryDir: string): Promise<void> {
    const before = this.#engine.libraryDir;
    this.#disconnect(say('engine.opening-another'));
    const { state, message } = await this.#engine.start(libraryDir);
    if (state === 'ready') {
      this.#parts.settings.change({ libraryDir });
      return;
    }
    if (state === 'failed') await this.#engine.start(before);
    throw new FailureError({ code: 'library-unusable', message: message ?? `${libraryDir} was not opened` });
  }

  /** As `openLibrary`, for when the window did not ask and so can't say what went wrong. */
  async openLibraryFromOutside(libraryDir: string): Promise<void> {
    try {
      await this.openLibrary(libraryDir);
    } catch (thrown) {
      dialog.showErrorBox(say('engine.library-not-opened'), messageOf(thrown));
    }
  }

  #engineBecame(state: EngineState): void {
    if (state.state === 'ready') {
      this.#archive.connect((port) => this.#engine.connect(port));
      this.#window.connect((port) => this.#engine.connect(port));
      this.#parts.settings.rememberLibrary(this.#engine.libraryDir);
      this.#setMenu();
    } else {
      this.#disconnect(state.message ?? say('engine.starting'));
    }
    this.#window.tell('engineState', state);
  }

  /** The page was loaded, or asks once more: everything that it missed is told to it. */
  #reconnect(): void {
    if (this.#engine.state.state === 'ready') this.#window.connect((port) => this.#engine.connect(port));
    this.#window.tell('engineState', this.#engine.state);
    this.#parts.openedPaths.passTo((paths) => this.#window.tell('pathsOpened', { paths }));
    if (this.#engine.state.state === 'failed') void this.#engine.start(this.#engine.libraryDir);
  }

  #disconnect(message: string): void {
    this.#archive.disconnect();
    this.#window.disconnect(message);
  }

  #serveProtocols(): void {
    protocol.handle('app', ({ url }) => appResponse(this.#parts.places.rendererDir, url));
    protocol.handle('article', ({ url }) =>
      articleResponse(
        {
          text: async (id) => (await this.#archive.calls.original({ id })).text,
          page: (id) => this.#archive.calls.originalPage({ id }),
        },
        url,
      ),
    );
  }

  #serveShell(): void {
    const { settings, places } = this.#parts;
    const shell = makeShell({
      settings,
      sampleArchiveDir: places.sampleArchiveDir,
      files: { settings: places.settings, log: places.log },
      recentChanged: () => this.#setMenu(),
      // Not before the answer has left: the page that waits for it goes.
      speak: (language) => void setImmediate(() => this.#chooseLanguage(language)),
      profile: this.#parts.profile,
      libraryDir: () => this.#engine.libraryDir,
      openLibrary: (libraryDir) => this.openLibrary(libraryDir),
      letWrite: (path) => this.#engine.letWrite(path),
      reconnect: () => this.#reconnect(),
      window: () => this.#window.browserWindow,
      sources: (request) => this.#archive.calls.listSources(request),
    });
    serveShell(ipcMain, shell);
  }

  #setMenu(): void {
    const { settings, developing } = this.#parts;
    const { recentLibraries } = settings.values;
    const template = menuTemplate(
      { platform: process.platform, developing, recentLibraries, language: settings.values.language },
      {
        send: (command) => this.#window.tell('menuCommand', command),
        chooseLibrary: () => void this.#chooseLibrary(),
        openLibrary: (libraryDir) => void this.openLibraryFromOutside(libraryDir),
        speak: (language) => this.#chooseLanguage(language),
      },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
  }

  #speak(): void {
    const { language, settings } = this.#parts;
    const spoken = localeFor(language ?? settings.values.language, app.getPreferredSystemLanguages());
    setLanguage(spoken.language, spoken.locale);
    wordErrorsBy(word);
  }

  #chooseLanguage(language: ChosenLanguage | null): void {
    this.#parts.settings.change({ language });
    this.#speak();
    this.#setMenu();
    this.#window.reload();
  }

  async #chooseLibrary(): Promise<void> {
    const window = this.#window.browserWindow;
    const libraryDir = window === null ? null : await chooseLibrary(window);
    if (libraryDir !== null) await this.openLibraryFromOutside(libraryDir);
  }
}
