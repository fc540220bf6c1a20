import { describe, expect, it } from 'vitest';
import { articleResponse } from '../../../electron/main/protocols/article-protocol.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import { articlePolicy } from '../../../electron/main/security/content-security-policy.ts';

const hostile = `</pre><script>fetch('http://127.0.0.1')</script><img src=x onerror=alert(1)>&amp;`;

async function answer(
  address: string,
  read: (id: number) => Promise<string> = () => Promise.resolve(hostile),
  readPage: (id: number) => Promise<string> = () => Promise.resolve('<h1>The page</h1>'),
) {
  const response = await articleResponse({ text: read, page: (id) => readPage(id) }, address);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('article://', () => {
  it('asks for the article that its host names', async () => {
    const asked: number[] = [];
    await answer('article://a17/', (id) => {
      asked.push(id);
      return Promise.resolve('');
    });
    expect(asked).toEqual([17]);
  });

  it('shows markup as text', async () => {
    const { status, text } = await answer('article://a1/');
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<img');
    expect(text).toContain('&#60;script&#62;');
    expect(text.match(/<\/pre>/gu)).toHaveLength(1);
  });

  it('shows the page that an article was read from as it is given', async () => {
    const asked: number[] = [];
    const { status, text, headers } = await answer('article://a17/page', undefined, (id) => {
      asked.push(id);
      return Promise.resolve('<h1>The page</h1>');
    });
    expect([status, text, asked]).toEqual([200, '<h1>The page</h1>', [17]]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('says as text why a page can not be shown', async () => {
    const why = new FailureError({ code: 'not-found', message: '<b>crane.html is gone' });
    const { status, text, headers } = await answer('article://a1/page', undefined, () => Promise.reject(why));
    expect([status, headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(text).toContain('<b>crane.html is gone');
  });

  it.each([
    'article://a1/page/',
    'article://a1/page?x',
    'article://a1//page',
    'article://a1/pag%65',
    'article://1/',
    'article://a1/..%2f..%2fetc%2fpasswd',
    'article://a1/index.html',
    'article://a1/?x=1',
    'article://a1:80/',
    'article://x@a1/',
    'article://b1/',
    'article://a/',
    'article://a1x/',
    'article://a9999999999999999/',
  ])('has nothing at %s', async (address) => {
    const { status, text } = await answer(address);
    expect([status, text]).toEqual([404, 'not found']);
  });

  it('has nothing when the engine has not', async () => {
    expect((await answer('article://a1/', () => Promise.reject(new Error('gone')))).status).toBe(404);
  });

  it.each(['article://a1/', 'article://a1/x', 'article://a1/page'])(
    'allows %s no script, no frame and no request',
    async (address) => {
      const { headers } = await answer(address);
      expect(headers.get('content-security-policy')).toBe(articlePolicy);
      expect(articlePolicy.split('; ')).toEqual([
        "default-src 'none'",
        'img-src data:',
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        'sandbox',
      ]);
    },
  );
});
