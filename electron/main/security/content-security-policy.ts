/** Of the window: its own scripts, styles, fonts and images, frames of articles, and nothing else. */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' article:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src article:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

/** Of an article's own page: it looks like something and does nothing. */
export const articlePolicy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ');
