import { say } from '../../electron/words/say.ts';
import { pathName } from './path-name.ts';

/** What a library is called: as its folder, which the app itself names without a capital. */
export function libraryName(libraryDir: string): string {
  const name = pathName(libraryDir);
  return name === '' || name === 'library' ? say('toolbar.library') : name;
}
