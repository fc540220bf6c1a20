import { oneOf, UsageError } from './option-values.ts';

/** How `tags` prints, and the file that it reads; null where it prints. */
export type TagTreeOptions = Readonly<{ format: 'text' | 'csv'; from: string | null }>;

/** Of commands other than `tags`, those of a command that prints. */
export function tagTreeOptions(
  command: string,
  { format, from }: Readonly<{ format?: string | undefined; from?: string | undefined }>,
): TagTreeOptions {
  if (command !== 'tags') return { format: 'text', from: null };
  if (format !== undefined && from !== undefined) {
    throw new UsageError('tags takes --format to print, or --from to read, not both');
  }
  return { format: oneOf('format', format, ['text', 'csv']), from: from ?? null };
}
