import { expect, it } from 'vitest';
import { OpenedPaths } from '../../electron/main/opened-paths.ts';

it('keeps paths until there is a window to tell, and tells each once', () => {
  const opened = new OpenedPaths();
  const told: unknown[] = [];
  opened.add(['/a']);
  opened.add([]);
  opened.add(['/b', '/c']);
  opened.passTo((paths) => told.push(paths));
  opened.passTo((paths) => told.push(paths));
  opened.add(['/d']);
  expect(told).toEqual([['/a', '/b', '/c'], ['/d']]);
});
