import { describe, expect, it } from 'vitest';
import { pageLimits, parsePage } from '../../../../electron/engine/article/html/parse-page.ts';
import { elementsIn } from '../../../../electron/engine/article/html/page-tree.ts';
import { page, paragraphs, read } from './invented-page.ts';

describe('a page that is out of the ordinary', () => {
  it('may be deep: what lies below the depth belongs to the element above, and is text', () => {
    const depth = pageLimits.depth * 4;
    const { text } = read(`${'<div>'.repeat(depth)}<p>${paragraphs[0]}</p>${'</div>'.repeat(depth)}`);
    expect(text).toContain('forty-one years of nights');
  });

  it('may hold more elements than are looked at: the text goes on', () => {
    const tree = parsePage(`${'<i></i>'.repeat(pageLimits.elements + 10)}<p>${paragraphs[0]}</p>`);
    expect(tree.isCut).toBe(true);
    expect([...elementsIn(tree.root)]).toHaveLength(pageLimits.elements);
    expect(tree.root.children.at(-1)).toContain('forty-one years');
  });

  it('may be deeper than any parser likes: the rest of it is text without tags', () => {
    const { isCut, root } = parsePage(`${'<b>'.repeat(30_000)}<p>${paragraphs[0]}</p>`);
    expect(isCut).toBe(true);
    expect(root.children.at(-1)).toContain('forty-one years');
  });

  it('may declare entities: they are no text and grow into nothing', () => {
    const declared = '<!DOCTYPE html [<!ENTITY a "lamp"><!ENTITY b "&a;&a;">]>';
    const { text } = read(
      declared + page({ body: `<p>&b;</p><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>` }),
    );
    expect(text).not.toContain('lamplamp');
    expect(text).toContain('&b;');
  });

  it('may have broken JSON-LD, or JSON-LD that holds itself up to no depth', () => {
    let nested: unknown = { '@type': 'NewsArticle', headline: 'Too deep' };
    for (let level = 0; level < 40; level++) nested = { '@graph': [nested] };
    const head = `<script type="application/ld+json">{"@type":</script><script type="application/ld+json">${JSON.stringify(nested)}</script>`;
    expect(read(page({ head })).fields.headline).toBe('Last night of the lamp');
  });

  it('may hold articles of thousands of lines in each other, without a heading', () => {
    const lines = `<p>${'a '.repeat(30)}</p>`.repeat(3_000);
    const { text } = read(
      `${'<article>'.repeat(40)}${lines}${'</article>'.repeat(40)}<p>${paragraphs[0]}</p>`,
    );
    expect(text).toContain('forty-one years');
  });

  it('may have a title without end, frames or tables in each other, and signs that are entities: its text is read', () => {
    const { fields } = read(
      page({ head: `<title>Last night of the lamp ${'– more '.repeat(20_000)}</title>` }),
    );
    expect(fields.headline.length).toBeLessThan(2_001);
    expect(read(`${'<frameset><frame src=x>'.repeat(6_000)}<p>${paragraphs[0]}</p>`).text).toContain(
      'forty-one years',
    );
    expect(read(page({ body: `${'<table><tr><td>'.repeat(2_000)}<p>${paragraphs[0]}</p>` })).text).toContain(
      'forty-one years',
    );
    expect(read(page({ body: `<p>${'&'.repeat(60_000)}</p><p>${paragraphs[0]}</p>` })).text).toContain(
      'forty-one years',
    );
  });

  it('shows no script, no style and no comment as text', () => {
    const body = `<script>var a = "<p>scripted</p>";</script><style>p { color: red }</style><!-- remark --><p>${paragraphs[0]}</p>`;
    const { text } = read(page({ body }));
    for (const hidden of ['scripted', 'color', 'remark']) expect(text).not.toContain(hidden);
  });

  it('may be empty, or hold odd tags', () => {
    expect(read('').text).toBe('');
    expect(read(`<o:p a"b='c'><1>${paragraphs[0]}</o:p>`).text).toContain('forty-one years');
  });
});
