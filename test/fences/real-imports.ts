import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export type Import = Readonly<{
  file: string;
  specifier: string;
  /** The file that a relative import names, from the root. */
  target: string | undefined;
}>;

/** The ways to load a module that are no import to a compiler. */
const loaded = /(?:getBuiltinModule|createRequire\([^)]*\))\('([^']+)'\)/gu;

/** Every source file below `folders`, relative to the root, with slashes. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:ts|svelte)$/u.test(path))
      .sort(),
  );
}

/** Every import that stands in these files: of types too, and those that run only later. */
export function realImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((file) =>
    importedBy(file, readFileSync(join(root, file), 'utf8')).map((specifier) => ({
      file,
      specifier,
      target: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined,
    })),
  );
}

function importedBy(file: string, text: string): string[] {
  const scripts = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gsu)].map(([, script = '']) => script)
    : [text];
  return scripts.flatMap((script) => [
    ...ts
      .preProcessFile(script, true, true)
      .importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/u, '')),
    ...Array.from(script.matchAll(loaded), ([, name = '']) => name),
  ]);
}

/** One import for each pair of places that import one another: all that fences tell apart, and much less to look through. */
export function distinctImports(imports: readonly Import[]): Import[] {
  const pairs = imports.map((each): readonly [string, Import] => [
    `${placeOf(each.file)} ${each.target === undefined ? each.specifier : placeOf(each.target)}`,
    each,
  ]);
  return [...new Map(pairs).values()];
}

/** One file for each place. */
export function distinctFiles(files: readonly string[]): string[] {
  return [...new Map(files.map((file) => [placeOf(file), file])).values()];
}

/** The room of a file, or the file itself where it stands in none. */
function placeOf(path: string): string {
  const parts = path.split('/');
  const depth = parts[0] === 'renderer' ? 2 : 3;
  return parts.slice(0, depth).join('/');
}
