import { expect, test } from 'vitest';
import { libraryName } from '../../../renderer/text/library-name.ts';

test('calls a library as its folder, and with a capital the one that the app made', () => {
  expect(
    [
      '/home/sara/Dalmara papers',
      'C:\\Users\\sara\\press\\',
      '/home/sara/.config/Microfiche/library',
      '',
    ].map(libraryName),
  ).toEqual(['Dalmara papers', 'press', 'Library', 'Library']);
});
