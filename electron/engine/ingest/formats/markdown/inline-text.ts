import { lineOfHtml } from '../../../article/html/read-fragment.ts';

/** A stretch of text without the marks of emphasis, links, pictures and code. */
export function inlineText(written: string): string {
  const text = written
    .replace(
      /!\[([^\][]{0,1000})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+"[^"]{0,1000}")?\)/gu,
      '',
    )
    .replace(
      /\[([^\][]{0,2000})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+"[^"]{0,1000}")?\)/gu,
      '$1',
    )
    .replace(/\[([^\][]{1,2000})\]\[[^\][]{0,200}\]/gu, '$1')
    .replace(/\[\[(?:[^\][|]{1,200}\|)?([^\][|]{1,200})\]\]/gu, '$1')
    .replace(/\[\^[^\][]{1,50}\]/gu, '')
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?\S?)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]{1,2000}?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`\n]{1,500})`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/gu, '$1')
    .replace(/ {2,}\n/gu, '\n');
  return (/&[#a-z\d]{2,12};/iu.test(text) ? lineOfHtml(text) : text).trim();
}
