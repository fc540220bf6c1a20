// What is only needed once a file is damaged, in one module: whoever opens a sound library loads none of it, and looks for few files.
export { checkLibrary } from '../check.ts';
export { restoreWords } from '../restore-words.ts';
export { replaceLibrary } from './replace-library.ts';
export { recoverPutAside, replaceTexts } from './replace-texts.ts';
