/** Command instead of Control, and the signs that Apple prints on its keys. */
export const isMac = /Mac/.test(navigator.platform);
