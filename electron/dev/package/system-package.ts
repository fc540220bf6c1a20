import { parseArgs } from 'node:util';

/** Where a file or the content of a folder (`from` ends in a slash) goes on the person's system. */
export type Placed = Readonly<{ from: string; to: string }>;

/** A package for a system's package manager, as electron-builder describes it to fpm. */
export type SystemPackage = Readonly<{
  kind: 'deb' | 'rpm';
  name: string;
  version: string;
  /** As the kind of package calls it: `amd64`, `x86_64`. */
  architecture: string;
  maintainer: string;
  homepage: string;
  licence: string;
  /** One line. */
  summary: string;
  description: string;
  section: string;
  depends: readonly string[];
  recommends: readonly string[];
  /** Scripts of the shell that run as root. */
  afterInstall: string | undefined;
  afterRemove: string | undefined;
  compression: string;
  placed: readonly Placed[];
  /** The file to be written. */
  output: string;
}>;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

const options = {
  'input-type': { ...text, short: 's' },
  'output-type': { ...text, short: 't' },
  force: { type: 'boolean' },
  name: text,
  version: text,
  architecture: text,
  maintainer: text,
  vendor: text,
  url: text,
  license: text,
  category: text,
  description: text,
  depends: { ...texts, short: 'd' },
  'after-install': text,
  'after-remove': text,
  package: text,
  'deb-priority': text,
  'deb-recommends': texts,
  'deb-compression': text,
  'rpm-os': text,
  'rpm-compression': text,
  'rpm-summary': text,
} as const;

/**
 * Reads the arguments that electron-builder gives fpm, those of its manual page (https://fpm.readthedocs.io/en/latest/cli-reference.html)
 * that are used here. An argument that is not known fails: what it says would be missing from the package.
 */
export function readPackage(args: readonly string[]): SystemPackage {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const kind = values['output-type'];
  if (kind !== 'deb' && kind !== 'rpm') throw new Error(`packages of the kind ${kind} are not made here`);
  if (values['input-type'] !== 'dir') throw new Error('only folders and files are packed');
  const [first = '', ...rest] = (values.description ?? '').split('\n').map((line) => line.trim());
  return {
    kind,
    name: needed(values.name, 'name'),
    version: needed(values.version, 'version'),
    architecture: needed(values.architecture, 'architecture'),
    maintainer: needed(values.maintainer, 'maintainer'),
    homepage: needed(values.url, 'url'),
    licence: needed(values.license, 'license'),
    summary: values['rpm-summary'] ?? first,
    description: rest.join('\n').trim() || first,
    section: values.category ?? 'misc',
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    afterInstall: values['after-install'],
    afterRemove: values['after-remove'],
    compression: values['deb-compression'] ?? values['rpm-compression'] ?? 'xz',
    placed: positionals.map(readPlaced),
    output: needed(values.package, 'package'),
  };
}

function readPlaced(argument: string): Placed {
  const at = argument.lastIndexOf('=/');
  if (at < 0) throw new Error(`${argument} does not say where it goes on the person's system`);
  return { from: argument.slice(0, at), to: argument.slice(at + 1) };
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new Error(`the package has no ${name}`);
  return value;
}
