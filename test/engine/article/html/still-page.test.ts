import { describe, expect, it } from 'vitest';
import { stillPage } from '../../../../electron/engine/article/html/still-page.ts';

/** What a page has become, without what stands on top of all. */
function still(html: string): string {
  return stillPage(html).split('</style>\n').slice(1).join('</style>\n');
}

describe('a still page', () => {
  it('keeps what shows something', () => {
    const page =
      '<main class="a" lang="ar" dir="rtl"><h1 style="color:red">One</h1><table border="1"><tr><td colspan="2">2</td></tr></table></main>';
    expect(still(page)).toBe(page);
  });

  it('keeps style sheets, places and pictures that the page itself holds', () => {
    const page =
      '<style>a > b { color: red }</style><a href="#end">end</a><img src="data:image/png;base64,AAAA" alt="dam">';
    expect(still(page)).toBe(page);
  });

  it.each([
    ['<script>alert(1)</script>', ''],
    ['<p onclick="x()" onload=y>a</p>', '<p>a</p>'],
    ['<a href="http://x/">a</a>', '<a>a</a>'],
    ['<a href="javascript:x()">a</a>', '<a>a</a>'],
    ['<a href="article://a2/page" target="_top" ping="http://x/">a</a>', '<a>a</a>'],
    [
      '<img src="http://x/1.png" srcset="http://x/2.png 2x" alt="dam">',
      '<span class="picture-left-out">dam</span>',
    ],
    ['<img src="//x/1.png"><img src="data:text/html,x"><img src=" data:image/png,">', ''],
    ['<noscript><img src="http://x/1.png">a</noscript>', 'a'],
    ['<meta http-equiv="refresh" content="0;url=http://x/">a', 'a'],
    ['<link rel="preconnect" href="http://x/"><base href="http://x/">a', 'a'],
    ['<iframe src="http://x/">in</iframe><object data="http://x/">in</object>a', 'a'],
    ['<embed src="http://x/"><video poster="http://x/"><source src="http://x/">in</video>a', 'a'],
    [
      '<form action="http://x/"><input name="q" autofocus><button formaction="http://x/">Go</button></form>',
      'Go',
    ],
    ['<svg onload="x()"><style>@import "http://x/"</style><a href="http://x/">in</a></svg>a', 'a'],
    ['<svg><svg>in</svg>in</svg>a', 'a'],
    ['<math><mi xlink:href="http://x/">in</mi></math>a', 'a'],
    ['<template><p>in</p></template>a', 'a'],
    ['<body background="http://x/1.png" bgcolor="#eee">a', '<body bgcolor="#eee">a</body>'],
    ['<table background="http://x/1.png"><td>a', '<table><td>a</td></table>'],
    ['<x-widget is="y">a</x-widget>', 'a'],
    ['<p class=\'a" onclick="x()\'>a', '<p class="a&#34; onclick=&#34;x()">a</p>'],
    ['&lt;script&gt;x&lt;/script&gt;', '&#60;script&#62;x&#60;/script&#62;'],
    ['<!-- <script> --><![CDATA[<script>]]>a<?php echo 1 ?>', 'a'],
    ['<p>a<b>c', '<p>a<b>c</b></p>'],
    ['</p></script></style>a', 'a'],
  ])('makes %s to %s', (page, expected) => {
    expect(still(page).replace('<p></p>', '')).toBe(expected);
  });

  it('has the pictures that are to be had for what their tags name, and no others', () => {
    const asked: string[] = [];
    const pictureAt = (source: string): string | null => {
      asked.push(source);
      return source === 'crane_files/1.png' ? 'data:image/png;base64,AAAA' : 'http://x/2.png';
    };
    const page =
      '<img src="crane_files/1.png" width="40" srcset="http://x/1.png 2x"><img src="crane_files/2.png" alt="dam">';
    expect(stillPage(page, pictureAt).split('</style>\n')[1]).toBe(
      '<img src="data:image/png;base64,AAAA" width="40"><span class="picture-left-out">dam</span>',
    );
    expect(asked).toEqual(['crane_files/1.png', 'crane_files/2.png']);
  });

  it('lets no style sheet end before its end', () => {
    expect(still('<style>a::after{content:"</b><script>x()</script>"}</style>b')).toBe(
      '<style>a::after{content:"<\\/b><script>x()<\\/script>"}</style>b',
    );
  });

  it('is no deeper and has no more elements than are read, and loses no text', () => {
    const deep = still(`${'<div>'.repeat(2_000)}at the bottom`);
    expect([deep.split('<div>').length - 1, deep.includes('at the bottom')]).toEqual([250, true]);
    const many = still(`${'<b></b>'.repeat(70_000)}at the end`);
    expect([many.split('<b>').length - 1, many.endsWith('at the end')]).toEqual([60_000, true]);
  });
});
