import type { Runtime } from './runtime.ts';
import { missingFonts, missingLibraries, missingPrograms, provide } from './system-packages.ts';

const programs = {
  Xvfb: 'xvfb',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  strace: 'strace',
  pdftotext: 'poppler-utils',
};

/** Makes sure of what the tests need of the machine beyond Node. */
export function provideForTests(runtime: Runtime): void {
  provide([...missingLibraries(runtime.executable), ...missingFonts(), ...missingPrograms(programs)]);
}
