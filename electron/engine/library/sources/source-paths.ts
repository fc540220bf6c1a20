import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isThere } from '../../ingest/crawl.ts';

/** A single file that is gone from a folder that is there has vanished; a folder that is gone is away. */
export async function isReachable(root: string): Promise<boolean> {
  if (await isThere(root)) return true;
  if (!root.toLowerCase().endsWith('.txt')) return false;
  try {
    return (await stat(dirname(root))).isDirectory();
  } catch {
    // The folder is gone too, or out of reach: a disk that is away.
    return false;
  }
}
