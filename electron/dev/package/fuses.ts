const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireVersion = 1;

/** What each fuse of a packaged app must be, in the order of the wire; `.config/electron-builder.yml` sets them. */
const expected = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', undefined],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
] as const;

/**
 * Names the fuses that are not as they must be in the bytes of an Electron executable (on macOS: its framework).
 * Format: docs/tutorial/fuses.md of Electron: a sentinel, a version, a length, then one ASCII digit a fuse.
 */
export function wrongFuses(executable: Buffer): readonly string[] {
  const start = executable.indexOf(sentinel);
  if (start < 0) throw new Error('no fuses were found in the packaged executable');
  const wire = executable.subarray(start + sentinel.length);
  if (wire[0] !== wireVersion) throw new Error(`fuses of version ${wire[0]} can't be read`);
  return expected
    .filter(([, value], index) => value !== undefined && wire[2 + index] !== (value ? 0x31 : 0x30))
    .map(([name]) => name);
}
