import type { CustomScheme } from 'electron';

/** To be registered before the app is ready. Neither scheme may reach past the content security policy. */
export const schemes: CustomScheme[] = [
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'article', privileges: { standard: true, secure: true } },
];
