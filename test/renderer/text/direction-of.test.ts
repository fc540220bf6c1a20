import { expect, test } from 'vitest';
import { directionOf } from '../../../renderer/text/direction-of.ts';

test('a text runs as its first letter does, whatever stands before it', () => {
  expect(['dam', '"2021" dam دلمارة', '(«النهر» dam', 'ספר', '2021 …', ''].map(directionOf)).toEqual([
    'ltr',
    'ltr',
    'rtl',
    'rtl',
    undefined,
    undefined,
  ]);
});
