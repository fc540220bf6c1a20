const maxLength = 2_000;
/** An archive's copy: a time of eight to fourteen digits in front of the whole address of the page. */
const archived = /\/\d{8,14}(?:[a-z]{2}_)?\/(https?:\/?\/?[^/\s]+\.[^\s]+)$/i;
/** The same without a scheme, which other addresses may look like. */
const bareCopy = /archive.*?\/\d{14}(?:[a-z]{2}_)?\/([^/\s]+\.[^\s]+)$/i;
/** Login pages of proxies, which lead on to the page. */
const loginTo = /\/(?:login|connect|redirect|go)\b[^?]*\?(?:.*&)?q?url=(.+)$/i;
/** Cisco's way to write a host: rot13, in hexadecimal digits. */
const cisco = /\/\+CSCO\+\w{1,3}?((?:75676763)[\da-f]{6,800})\+\+(\/[^\s]*)?$/i;
/** F5's: hexadecimal digits. */
const f5 = /\/f5-w-((?:68747470)[\da-f]{6,800})\$\$(\/[^\s]*)?$/i;
const juniper = /,DanaInfo=([\w.-]+\.[a-z]{2,})[^/?]*/i;
const fortinet = /\/proxy\/[\da-f]{4,64}\/(https?)\/([^/\s]+\.[^\s]+)$/i;
const proxyLabel = /proxy|^ezp|^idm$|^openathens$/i;
const wholeLabel = /^(?:0-)?[\da-z]+(?:--?[\da-z]+)*-(?:com|org|net|info|edu|gov|[a-z]{2})$/i;

/**
 * The address that a page has itself, without the web archive, the proxy of a library or the gateway of a university that it was
 * fetched through.
 */
export function originalAddress(address: string): string {
  if (address.length > maxLength) return address;
  const [, inArchive] = archived.exec(address) ?? bareCopy.exec(address) ?? [];
  if (inArchive !== undefined) return withScheme(inArchive);
  const [, target] = loginTo.exec(address) ?? [];
  if (target !== undefined && proxyLabel.test(hostOf(address))) return withScheme(decoded(target));
  return throughGateway(address) ?? withoutProxy(address);
}

function throughGateway(address: string): string | null {
  const [, turned, ciscoPath = '/'] = cisco.exec(address) ?? [];
  if (turned !== undefined) return addressOf(rot13(ofHex(turned)), ciscoPath);
  const [, written, f5Path = '/'] = f5.exec(address) ?? [];
  if (written !== undefined) return addressOf(ofHex(written), f5Path);
  const [, scheme, rest] = fortinet.exec(address) ?? [];
  if (scheme !== undefined && rest !== undefined) return `${scheme}://${rest}`;
  const [info, host] = juniper.exec(address) ?? [];
  if (info === undefined || host === undefined) return null;
  return address.replace(info, '').replace(/^(https?:\/\/)[^/]+/i, `$1${host}`);
}

function addressOf(host: string, path: string): string | null {
  return /^https?:\/\/[\w.-]+(?::\d+)?$/i.test(host) ? host + path.replace(/\/-CSCO-\w+--(?=\/)/i, '') : null;
}

/** `www-courier-example.proxy.library.edu`, `www.courier.example.proxy.library.edu` and `0-www-courier-com.library.edu`. */
function withoutProxy(address: string): string {
  const host = hostOf(address);
  const labels = host.split('.');
  const proxy = labels.findIndex((label, at) => at > 0 && proxyLabel.test(label));
  const [first = ''] = labels;
  const isWhole = wholeLabel.test(first);
  if (first.startsWith('0-') && isWhole && labels.length > 2) return replaced(address, host, ofLabel(first));
  if (proxy < 0 || (proxy === 1 && !isWhole)) return address;
  return replaced(address, host, isWhole ? ofLabel(first) : labels.slice(0, proxy).join('.'));
}

function ofLabel(label: string): string {
  return label.replace(/^0-/, '').replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-');
}

function replaced(address: string, host: string, own: string): string {
  return address.replace(host, own);
}

function hostOf(address: string): string {
  return /^https?:\/\/([\w.-]+)/i.exec(address)?.[1] ?? '';
}

function withScheme(address: string): string {
  const whole = address.replace(/^(https?):\/?\/?/i, '$1://');
  return /^https?:/i.test(whole) ? whole : `http://${whole}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that stands for itself: the address was not encoded.
    return text;
  }
}

function ofHex(digits: string): string {
  return Buffer.from(digits, 'hex').toString('latin1');
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}
