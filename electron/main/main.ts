import { app, protocol } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from './application.ts';
import { libraryAt, readCommandLine, toolArguments, type CommandLine } from './launch-arguments.ts';
import { LogFile } from './log-file.ts';
import { OpenedPaths } from './opened-paths.ts';
import { placesOf, type Places } from './own-folders.ts';
import { settleProfile } from './profile.ts';
import { schemes } from './protocols/schemes.ts';
import { runSelfCheck } from './run-self-check.ts';
import { guardContents } from './security/guard-contents.ts';
import { guardSession } from './security/guard-session.ts';
import { setOfflineSwitches } from './security/offline-switches.ts';
import { Settings } from './settings.ts';

const developing = !app.isPackaged;

protocol.registerSchemesAsPrivileged(schemes);
setOfflineSwitches(app.commandLine);
app.on('session-created', (session) => guardSession(session, { devTools: developing }));
app.on('web-contents-created', (_event, contents) => guardContents(contents));

const commandLine = readCommandLine({
  args: process.argv.slice(1),
  workingDir: process.cwd(),
  env: process.env,
  appDir: app.getAppPath(),
});

const tool = toolArguments(process.argv.slice(1));

if (tool !== null) runTool(tool);
else if (commandLine.selfCheck) selfCheck();
else run(commandLine);

/** Is the command line, without a window: where an app is installed there need be no Node to run it. */
function runTool(args: readonly string[]): void {
  useOwnProfile();
  // Neither its name nor that of its script is read.
  process.argv = [process.execPath, 'microfiche', ...args];
  // What is still to be written when the last command is done must reach who reads it.
  const end = (): void => {
    process.stdout.write('', () => process.stderr.write('', () => app.exit(Number(process.exitCode ?? 0))));
  };
  const script = new URL('../cli/microfiche.js', import.meta.url).href;
  void app.whenReady().then(() =>
    import(script).then(end, (thrown: unknown) => {
      console.error(thrown);
      process.exitCode = 1;
      end();
    }),
  );
}

/** The profile of the person stays as it is, whether or not the app runs. */
function useOwnProfile(): void {
  useProfile(mkdtempSync(join(tmpdir(), 'microfiche-profile-')));
}

/** For this run alone. */
function useProfile(folder: string): void {
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function selfCheck(): void {
  useOwnProfile();
  app.disableHardwareAcceleration();
  // Not awaited: a main module that waits for `ready` at its top level keeps Electron from ever becoming ready.
  void app.whenReady().then(() => runSelfCheck(places()));
}

function run(started: CommandLine): void {
  const profile = settleProfile(app.getPath('userData'), tmpdir());
  const own = places();
  if (profile.running !== profile.folder) useProfile(profile.running);
  if (!app.requestSingleInstanceLock(started)) {
    app.quit();
    return;
  }
  const { libraryDir, language, paths } = started;
  // What it logs goes where something can be written.
  const log = new LogFile(places().log, () => Date.now());
  const settings = new Settings(own.settings, (line) => log.write(line));
  const openedPaths = new OpenedPaths();
  const application = new Application({
    places: own,
    settings,
    log,
    openedPaths,
    developing,
    libraryDir,
    language,
    profile,
  });

  openedPaths.add(paths);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const library = libraryAt(path);
    if (library === null) openedPaths.add([path]);
    else void app.whenReady().then(() => application.openLibraryFromOutside(library));
  });
  app.on('second-instance', (_event, _args, _workingDir, data) => {
    const second = data as CommandLine;
    application.show();
    openedPaths.add(second.paths);
    if (second.libraryDir !== null) void application.openLibraryFromOutside(second.libraryDir);
  });
  app.on('activate', () => application.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    log.write(`${name ?? type} ended: ${reason} (${exitCode})`);
  });
  quitAfter(() => application.stop());
  void app.whenReady().then(() => application.start());
}

function quitAfter(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      // Not at once: until this event is over Electron takes itself to be quitting already, and ignores the call.
      setImmediate(() => app.quit());
    });
  });
}

function places(): Places {
  return placesOf({
    isPackaged: app.isPackaged,
    resourcesDir: process.resourcesPath,
    userDataDir: app.getPath('userData'),
    mainUrl: import.meta.url,
  });
}
