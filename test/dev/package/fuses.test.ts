import { describe, expect, test } from 'vitest';
import { wrongFuses } from '../../../electron/dev/package/fuses.ts';

function executable(digits: string, version = 1): Buffer {
  const sentinel = Buffer.from('code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  return Buffer.concat([sentinel, Buffer.from([version, digits.length]), Buffer.from(`${digits} more code`)]);
}

describe('the fuses of a packaged app', () => {
  test('are as they must be, whatever the one for cookies is', () => {
    expect(wrongFuses(executable('000011'))).toEqual([]);
    expect(wrongFuses(executable('0100110r'))).toEqual([]);
  });

  test('are named when they are not, or were removed', () => {
    expect(wrongFuses(executable('101100'))).toEqual([
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ]);
    expect(wrongFuses(executable('r00011'))).toEqual(['RunAsNode']);
  });

  test('must be there, in a version that can be read', () => {
    expect(() => wrongFuses(Buffer.from('no fuses'))).toThrow('no fuses were found');
    expect(() => wrongFuses(executable('000011', 2))).toThrow('fuses of version 2');
  });
});
