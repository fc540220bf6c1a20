import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const head = `<HTML>
<HEAD>
<STYLE TYPE="text/css"><!--
.c0 { text-align: center; }
.c1 { text-align: center; margin-top: 0em; }
.c4 { text-align: left; }
--></STYLE>
<TITLE>&nbsp;</TITLE></HEAD>
<BODY>`;

function documentOf(number: number, paragraphs: string): string {
  return `<A NAME="DOC_ID_0_${number - 1}"></A><!-- Hide XML section from browser
<DOC NUMBER=${number}>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN>200${number} of 2146 DOCUMENTS</SPAN></P></DIV>${paragraphs}
<!-- Hide XML section from browser
</DOCFULL>
</DOC> -->
<DIV CLASS="c10"/>`;
}

const first = `
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN>Hafen-Bote</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c7">27.</SPAN><SPAN> Februar 2012 Montag 9:50 PM GMT+1</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>F&auml;hre steht;<BR>Inseln warten</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>AUTOR: </SPAN><SPAN>Mina Okoro</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>L&Auml;NGE: </SPAN><SPAN>12 W&ouml;rter</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>Die </SPAN><SPAN CLASS="c7">F&auml;hre</SPAN><SPAN> fuhr am Freitag nicht.</SPAN></P>
<P><SPAN>Sie f&auml;hrt im Juni.<BR>&nbsp;<BR>Bis dahin warten alle.</SPAN></P><P></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>UPDATE: </SPAN><SPAN>28. Februar 2012</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>SPRACHE: </SPAN><SPAN>GERMAN; DEUTSCH</SPAN></P></DIV>
<BR><DIV CLASS="c4"><P><SPAN>GRAFIK: </SPAN><SPAN>Die F&auml;hre</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN>Copyright 2012 Hafen-Bote</SPAN></P></DIV>`;
const second = `
<TABLE><TR><TD CLASS="c1">The Courier</TD></TR><TR><TD CLASS="c1">June 17, 1995, CITY EDITION</TD></TR>
<TR><TD>SECTION: HOME NEWS; Pg. 3</TD></TR><TR><TD>The ferry stopped on Friday.</TD></TR>
<TR><TD>LOAD-DATE: June 19, 1995</TD></TR><TR><TD>CORRECTION:<BR></TD></TR><TR><TD>It stopped on Thursday.</TD></TR></TABLE>`;

test('documents of Nexis in HTML are read by what their paragraphs say', async () => {
  const { format, articles, failures } = await readFormat(
    'a.html',
    head + documentOf(1, first) + documentOf(2, second) + '</BODY></HTML>',
  );
  expect([format, failures]).toEqual(['nexis-html', []]);
  expect(articles).toMatchObject([
    {
      headline: 'Fähre steht; Inseln warten',
      outlet: 'Hafen-Bote',
      byline: 'Mina Okoro',
      published: { date: '2012-02-27T21:50' },
      language: 'de',
      declaredWords: 12,
      captions: [{ text: 'Die Fähre' }],
      body: ['Die Fähre fuhr am Freitag nicht.', 'Sie fährt im Juni.', 'Bis dahin warten alle.'],
    },
    {
      outlet: 'The Courier',
      published: { date: '1995-06-17' },
      section: 'HOME NEWS; Pg. 3',
      body: ['The ferry stopped on Friday.'],
    },
  ]);
});

test('a file that a browser saved again is the same export', async () => {
  const saved = (head + documentOf(1, first))
    .replace(/<(\/?[A-Z]+)/g, (tag) => tag.toLowerCase())
    .replace(/NAME=|CLASS=/g, (name) => name.toLowerCase());
  const { format, articles } = await readFormat(
    'a.txt',
    `<!DOCTYPE html>\n${saved.replace('Hide XML', 'Hide\nXML')}`,
  );
  expect([format, articles.length, articles[0]?.outlet]).toEqual(['nexis-html', 1, 'Hafen-Bote']);
});
