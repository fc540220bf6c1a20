import { describe, expect, it } from 'vitest';
import { page, paragraphs, read, text } from './invented-page.ts';

describe('the text of a page', () => {
  it('is the paragraphs of the article, without what the page puts around them', () => {
    const { fields, blocks, text: whole } = read(page());
    expect(fields.body).toEqual(paragraphs);
    expect(fields.headline).toBe('Last night of the lamp');
    expect(fields.byline).toBe('Tove Lind');
    expect(fields.furniture).toEqual(['Home', 'Sea', 'Orne Courier, Quay 1. All rights reserved.']);
    expect(blocks.at(-1)?.end).toBe(whole.length);
  });

  it('has captions apart, and no related titles, share buttons and forms', () => {
    const [first = '', second = '', third = ''] = paragraphs;
    const { fields } = read(
      page({
        body: `<p>${first}</p><figure><img src="lamp.jpg"><figcaption>The lamp on Friday.</figcaption></figure>
<div class="share-buttons"><button>Share</button></div><p>${second}</p>
<aside><h3>More from the sea</h3><ul><li><a href="/a">A whale in the harbour basin</a></li></ul></aside>
<form><label>Your address</label><input name="mail"><button>Sign up</button></form><p>${third}</p>`,
      }),
    );
    expect(fields.body).toEqual(paragraphs);
    expect(fields.captions.map((caption) => caption.text)).toEqual(['The lamp on Friday.']);
  });

  it('keeps a sentence that Readability would drop from the article', () => {
    const boxed =
      '<div class="product">Tickets for the last boat are sold at the kiosk until six, and on the boat itself.</div>';
    expect(read(page({ body: `${text}${boxed}` })).fields.body).toHaveLength(4);
  });

  it('leaves out other articles of the page, which have headlines of their own', () => {
    const other = `<article><h2><a href="/b">A bridge is painted</a></h2><p>${'The bridge over the Orne is painted green again, as it was. '.repeat(6)}</p></article>`;
    expect(read(page({ after: other.repeat(3) })).fields.body).toEqual(paragraphs);
  });

  it('is read of fragments without html, head and body, and of paragraphs that are never closed', () => {
    const fragment = `<title>Last night of the lamp</title><h1>Last night of the lamp</h1><p>${paragraphs.join('<p>')}`;
    expect(read(fragment).fields.body).toEqual(paragraphs);
  });

  it('stands under the one heading of a page that calls itself nothing, or by the name of its site', () => {
    const html = `<h1>Last night of the lamp</h1>${text}<h2>Boats</h2><p>${paragraphs[0]}</p>`;
    for (const head of [
      '',
      '<title>Courier</title>',
      '<meta property="og:site_name" content="Orne Courier"><title>Orne Courier</title>',
    ]) {
      const { headline, body } = read(`<html><head>${head}</head><body>${html}</body></html>`).fields;
      expect([headline, body.slice(0, 3)]).toEqual(['Last night of the lamp', paragraphs]);
    }
    expect(
      read(`<div><article><h2>Last night</h2>${text}<h2>Boats</h2></article></div>`).fields.headline,
    ).toBe('Last night');
  });

  it('is all of a page that holds hardly any', () => {
    const { fields } = read('<html><body><div><p>The lamp is off.</p></div></body></html>');
    expect([fields.headline, ...fields.body].join(' ')).toContain('The lamp is off.');
  });

  it('has what a shadow tree that was saved with the page shows, and nothing of other templates', () => {
    const shadow = `<x-story><template shadowrootmode="open"><p>${paragraphs[2]}</p></template></x-story>`;
    const template =
      '<template><p>Never shown to anybody who reads this page, since it is only a template.</p></template>';
    const { text: whole } = read(
      page({ body: `<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>${shadow}${template}` }),
    );
    expect(whole).toContain('the man with the cake');
    expect(whole).not.toContain('Never shown');
  });
});

describe('what a page says of itself', () => {
  const linked = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

  it('is read of JSON-LD with lists of types, a graph, and authors that are texts', () => {
    const head = linked({
      '@graph': [
        { '@type': 'BreadcrumbList', name: 'Sea' },
        {
          '@type': ['NewsArticle', 'ReportageNewsArticle'],
          headline: 'Last night of the lamp',
          datePublished: '2025-03-01T08:30:00+01:00',
          dateModified: '2025-03-03T10:00:00+01:00',
          author: ['Tove Lind', { '@type': 'Person', name: 'Jon Ask' }],
          publisher: { '@type': 'Organization', name: 'Orne Courier' },
          articleSection: 'Sea',
        },
      ],
    });
    expect(read(page({ head, byline: '' })).fields).toMatchObject({
      headline: 'Last night of the lamp',
      byline: 'Tove Lind, Jon Ask',
      published: { date: '2025-03-01T08:30', precision: 'minute', from: 'json-ld' },
      outlet: 'Orne Courier',
      section: 'Sea',
    });
  });

  it('is its address where the program that saved it has noted that, before what the page calls its own', () => {
    const head = '<link rel="canonical" href="https://amp.courier.example/lamp">';
    const saved = '<!-- saved from url=(0035)https://courier.example/2025/03/01/lamp -->';
    expect(read(saved + page({ head })).fields).toMatchObject({
      url: 'https://courier.example/2025/03/01/lamp',
      published: { date: '2025-03-01', from: 'url' },
    });
    const single =
      '<!--\n Page saved with SingleFile \n url: https://courier.example/lamp \n saved date: Mon Mar 03 2025\n-->';
    expect(read(single + page()).fields.url).toBe('https://courier.example/lamp');
  });

  it('is nothing when it only says when it was changed', () => {
    const head = '<meta property="article:modified_time" content="2025-03-03T10:00:00Z">';
    expect(read(page({ head })).fields.published).toMatchObject({ from: 'file-time' });
  });
});
