import type { PackedContents } from '../contract/packing-api.ts';
import { UsageError } from './option-values.ts';

export type PackOptions = Readonly<{ contents: PackedContents; dryRun: boolean }>;

type Values = Readonly<{ 'with-sources': boolean; 'only-work': boolean; 'dry-run': boolean }>;

export function packOptions(values: Values): PackOptions {
  if (values['with-sources'] && values['only-work']) {
    throw new UsageError('pack takes --with-sources or --only-work, not both');
  }
  const contents = values['with-sources'] ? 'sources' : values['only-work'] ? 'work' : 'texts';
  return { contents, dryRun: values['dry-run'] };
}
