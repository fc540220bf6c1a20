import { describe, expect, it } from 'vitest';
import { originalAddress } from '../../../../electron/engine/article/html/original-address.ts';

const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

describe('the address of a page', () => {
  it.each([
    [
      'https://web.archive.org/web/20230331060327/https://www.courier.example/7?a=1',
      'https://www.courier.example/7?a=1',
    ],
    ['https://web.archive.org/web/20230331060327if_/http:/courier.example/7', 'http://courier.example/7'],
    ['https://wayback.archive-it.org/123/20200102030405/courier.example/7', 'http://courier.example/7'],
    [
      'https://login.ezproxy.library.example/login?qurl=https%3A%2F%2Fcourier.example%2F7',
      'https://courier.example/7',
    ],
    ['https://www-courier--mail-com.proxy.library.example/7', 'https://www.courier-mail.com/7'],
    ['http://www.courier.com.ezproxy.library.example:2048/7', 'http://www.courier.com:2048/7'],
    ['https://0-www-courier-com.library.example/7', 'https://www.courier.com/7'],
    ['https://www-courier-com.eu1.proxy.openathens.net/7', 'https://www.courier.com/7'],
    [
      `https://vpn.library.example/+CSCO+1${hex('uggcf://jjj.pbhevre.pbz')}++/7/a.htm`,
      'https://www.courier.com/7/a.htm',
    ],
    [
      `https://vpn.library.example/+CSCO+00${hex('uggc://pbhevre.pbz')}++/-CSCO-3h--/7`,
      'http://courier.com/7',
    ],
    [`https://vpn.library.example/f5-w-${hex('https://courier.com')}$$/7`, 'https://courier.com/7'],
    ['https://vpn.library.example/7/a.htm,DanaInfo=www.courier.com,SSL+b', 'https://www.courier.com/7/a.htm'],
  ])('is its own behind %s', (address, own) => {
    expect(originalAddress(address)).toBe(own);
  });

  it.each([
    'https://www.courier.example/2023/03/31/proxy-war.html',
    'https://proxy.example/7',
    'https://courier.example/20230331/harbour.reopens',
    'https://courier.example/login?url=https://elsewhere.example/',
    'https://www.proxyshop.example/7',
    'not an address',
  ])('stays what it is: %s', (address) => {
    expect(originalAddress(address)).toBe(address);
  });
});
