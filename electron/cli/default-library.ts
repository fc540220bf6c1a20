import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the app keeps its library when nobody said otherwise: Electron's userData folder of each system. */
export function defaultLibraryDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const named = env['MICROFICHE_LIBRARY'];
  if (named !== undefined && named !== '') return named;
  return join(configDir(platform, env), 'Microfiche', 'library');
}

function configDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
