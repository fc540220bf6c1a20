import { join } from 'node:path';
import type { PackedContents, PackDone, UnpackDone } from '../../../electron/contract/packing-api.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { packLibrary } from '../../../electron/engine/packing/pack-library.ts';
import { unpackLibrary } from '../../../electron/engine/packing/unpack-library.ts';
import type { TemporaryLibrary } from '../../support/temporary-library.ts';

const work = { mark: 'test', signal: new AbortController().signal, progressed: () => undefined };

/** Packs a library beside its folder. */
export async function pack(from: TemporaryLibrary, contents: PackedContents = 'texts'): Promise<PackDone> {
  const path = join(from.root, `${contents}.mfpack`);
  return await packLibrary(libraryPaths(from.dir), { path, contents }, work);
}

/** Unpacks into the place where a temporary library has its own. */
export async function unpack(path: string, into: TemporaryLibrary): Promise<UnpackDone> {
  return await unpackLibrary({ path, libraryDir: into.dir }, work);
}

export const strike =
  'Port strike enters second week\n\nMARSA NOUR (Northwire) - Dockers stayed out on Monday and the port stood still for a second week, the union said.\n';
export const dam =
  'Dam holds after a night of rain\n\nSARCHAWAN (Northwire) - The dam held on Monday, engineers said, after a night of rain that closed the valley road.\n';
