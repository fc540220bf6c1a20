import type { Notice } from '../../contract/notice.ts';
import type { BuildTime } from './build-time.ts';

type Component = Readonly<{ 'bom-ref': string; name: string; version: string; scope?: string }>;
type Dependency = Readonly<{ ref: string; dependsOn?: readonly string[] }>;

/** A bill of materials as `npm sbom --sbom-format cyclonedx` prints it: of all that is installed. Format: https://cyclonedx.org/docs/1.5/json/ */
export type Bom = Readonly<{
  serialNumber?: string;
  metadata: Readonly<{ component: Component; [other: string]: unknown }>;
  components: readonly Component[];
  dependencies: readonly Dependency[];
  [other: string]: unknown;
}>;

export type Shipped = Readonly<{
  /** Of all that ships, packages that the window's bundle holds pieces of too. */
  notices: readonly Notice[];
  electron: string;
  time: BuildTime;
}>;

/** What of `all` ships, with the Electron around it; the same for two builds of one commit. */
export function shippedBom(all: Bom, { notices, electron, time }: Shipped): Bom {
  const { serialNumber: _ofThisRun, ...rest } = all;
  const shipped = new Set(notices.map(({ name, version }) => `${name}@${version}`));
  const isShipped = (component: Component): boolean => shipped.has(`${component.name}@${component.version}`);
  const ownRef = all.metadata.component['bom-ref'];
  const electronRef = `electron@${electron}`;
  const refs = new Set([
    ownRef,
    ...all.components.filter(isShipped).map((component) => component['bom-ref']),
  ]);
  const missing = [...shipped].filter(
    (ref) => !all.components.some((it) => `${it.name}@${it.version}` === ref),
  );
  if (missing.length > 0) throw new Error(`the bill of materials knows nothing of ${missing.join(', ')}`);
  return {
    ...rest,
    metadata: {
      ...all.metadata,
      timestamp: new Date(time * 1000).toISOString(),
      // npm takes the name of the folder.
      component: { ...all.metadata.component, name: 'microfiche', type: 'application' } as Component,
    },
    components: [
      ...all.components.filter(isShipped).map((component) => ({ ...component, scope: 'required' })),
      {
        'bom-ref': electronRef,
        type: 'framework',
        name: 'electron',
        version: electron,
        scope: 'required',
        purl: `pkg:npm/electron@${electron}`,
        licenses: [{ license: { id: 'MIT' } }],
      } as Component,
    ],
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: [...dependsOn.filter((on) => refs.has(on)), ...(ref === ownRef ? [electronRef] : [])],
      })),
  };
}
