import { app, protocol } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from './application.ts';
import { isLibrary, readCommandLine, type CommandLine } from './command-line.ts';
import { LogFile } from './log-file.ts';
import { OpenedPaths } from './opened-paths.ts';
import { placesOf, type Places } from './places.ts';
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

if (commandLine.selfCheck) selfCheck();
else if (app.requestSingleInstanceLock(commandLine)) run(commandLine);
else app.quit();

function selfCheck(): void {
  // The profile of the person who checks stays as it is.
  const folder = mkdtempSync(join(tmpdir(), 'microfiche-self-check-'));
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  app.disableHardwareAcceleration();
  // Not awaited: a main module that waits for `ready` at its top level keeps Electron from ever becoming ready.
  void app.whenReady().then(() => runSelfCheck(places()));
}

function run({ libraryDir, paths }: CommandLine): void {
  const log = new LogFile(places().log, () => Date.now());
  const settings = new Settings(places().settings, (line) => log.write(line));
  const openedPaths = new OpenedPaths();
  const application = new Application({
    places: places(),
    settings,
    log,
    openedPaths,
    developing,
    libraryDir,
  });

  openedPaths.add(paths);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isLibrary(path)) void app.whenReady().then(() => application.openLibraryFromOutside(path));
    else openedPaths.add([path]);
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
