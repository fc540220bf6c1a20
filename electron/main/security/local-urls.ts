export const windowOrigin = 'app://microfiche';

/** What may be loaded at all; everything that would leave the machine, or read its disk past our protocols, is not. */
export function isLocalUrl(address: string, devTools: boolean): boolean {
  const url = parsed(address);
  switch (url?.protocol ?? '') {
    case 'app:':
      return url?.host === 'microfiche';
    case 'article:':
    case 'data:':
      return true;
    case 'blob:':
      return address.startsWith(`blob:${windowOrigin}/`);
    case 'devtools:':
      return devTools;
    default:
      return false;
  }
}

/** The page of the window itself, whatever its query and fragment. */
export function isWindowUrl(address: string): boolean {
  const url = parsed(address);
  return url?.protocol === 'app:' && url.host === 'microfiche';
}

export function isArticleUrl(address: string): boolean {
  return parsed(address)?.protocol === 'article:';
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null; // What is no address leads nowhere.
  }
}
