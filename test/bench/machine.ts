import { accessSync, constants, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { cpus, totalmem, type as systemName, release } from 'node:os';

export type Machine = Readonly<{
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
}>;

const dropCachesPath = '/proc/sys/vm/drop_caches';

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown make',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()} ${release()}`,
    node: process.version,
  };
}

/** Empties the page cache where this account may (Linux, root); false where it can't. */
export function dropPageCache(): boolean {
  try {
    accessSync(dropCachesPath, constants.W_OK);
    // Pages that are not written yet can't be dropped.
    spawnSync('sync');
    writeFileSync(dropCachesPath, '3');
    return true;
  } catch {
    // Another system, or an ordinary account.
    return false;
  }
}
