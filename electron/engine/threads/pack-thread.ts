import type { PackDone, PackRequest, UnpackDone, UnpackRequest } from '../../contract/packing-api.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { packLibrary } from '../packing/pack-library.ts';
import { unpackLibrary } from '../packing/unpack-library.ts';
import { carryOut } from './carry-out.ts';

export type PackOrder = PackRequest | UnpackRequest;

/** How often to look whether somebody still waits, where no piece is written for long. */
const lookEveryMs = 50;

/** Packs the library, or makes one of a packed one. */
await carryOut<PackOrder, PackDone | UnpackDone>(
  async ({ libraryDir, order, mark }, { checkpoint, progressed }) => {
    const aborting = new AbortController();
    const { signal } = aborting;
    const look = (): void => {
      try {
        checkpoint();
      } catch (thrown) {
        aborting.abort(thrown);
      }
    };
    const looking = setInterval(look, lookEveryMs);
    const work = {
      mark,
      signal,
      progressed: (done: number, total: number) => {
        checkpoint();
        progressed(done, total);
      },
    };
    try {
      if ('libraryDir' in order) return await unpackLibrary(order, work);
      return await packLibrary(libraryPaths(libraryDir), order, work);
    } finally {
      clearInterval(looking);
    }
  },
);
