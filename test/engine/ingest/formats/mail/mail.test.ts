import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../../electron/engine/ingest/formats/byte-source.ts';
import { eml } from '../../../../../electron/engine/ingest/formats/mail/eml.ts';
import { mailboxMessages } from '../../../../../electron/engine/ingest/formats/mail/mbox-messages.ts';
import { mbox } from '../../../../../electron/engine/ingest/formats/mail/mbox.ts';
import { bodyOf, formatNameOf, readAll } from '../../../../support/found-records.ts';
import { byteSource, readFormat } from '../../../../support/read-format.ts';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const head = (more = ''): string =>
  `From: Mina Okoro <mina@courier.example>\nTo: desk@courier.example\nSubject: Harbour reopens\nDate: Mon, 26 Jul 2021 07:31:03 -0700\nMessage-ID: <7@courier.example>\n${more}`;
const message = (body: string, more = ''): string => crlf(`${head(more)}\n${body}`);
const plain = 'Content-Type: text/plain; charset=utf-8\n';
const one = async (content: string | Buffer) => (await readAll(eml, content)).records[0];
const bodies = async (content: string | Buffer) => (await readAll(eml, content)).records.map(bodyOf);

describe('a mail', () => {
  it('is an article with its subject, its sender and the time as written', async () => {
    const content = message('Ships came.\n\nMore will come.\n\n-- \nMina Okoro\nThe Courier\n', plain);
    expect(await formatNameOf(content, 'a.eml')).toBe('eml');
    expect(await formatNameOf(content, 'a.txt')).toBe('eml');
    expect(await one(content)).toMatchObject({
      key: '<7@courier.example>',
      text: [
        { kind: 'body', text: 'Ships came.' },
        { kind: 'body', text: 'More will come.' },
        { kind: 'furniture' },
        { kind: 'furniture' },
        { kind: 'furniture' },
      ],
      said: {
        headline: 'Harbour reopens',
        byline: 'Mina Okoro <mina@courier.example>',
        published: { date: '2021-07-26T07:31' },
      },
    });
  });

  it('is not what begins with a word and a colon', async () => {
    expect(await formatNameOf('From: the harbour\nSubject: ships\n\nThey came.', 'a.txt')).toBe('txt');
  });

  it('is read as a page when its text only says that there is one', async () => {
    const page = `<html><body><h1>Harbour reopens</h1>${'<p>The harbour that had been closed since May opened again on Monday, and ships came in.</p>'.repeat(4)}</body></html>`;
    const parts = `--b\n${plain}\nYour program shows no HTML.\n--b\nContent-Type: text/html; charset=utf-8\n\n${page}\n--b--\n`;
    const found = await one(
      message(
        parts,
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\nList-Unsubscribe: <mailto:a@b.c>\n',
      ),
    );
    expect(found?.said).toMatchObject({ outlet: 'Mina Okoro', headline: 'Harbour reopens' });
    expect(JSON.stringify(found?.text)).toContain('ships came in');
    expect(JSON.stringify(found?.text)).not.toContain('Your program');
    const alone = await one(message(page, 'Content-Type: text/html\n'));
    expect(JSON.stringify(alone?.text)).toContain('ships came in');
  });

  it('of several stories has all of them, and their headlines', async () => {
    const story = (name: string): string =>
      `<tr><td><h2><a href="x">${name}</a></h2><p>It was the harbour master who said so.</p><a href="x">Read more</a></td></tr>`;
    const page = `<div style="display:none">Preheader</div><table><tr><td><a href="x">View in browser</a></td></tr>${story('Harbour reopens')}${story('Ferry grows')}<tr><td>You get this because you signed up. <a href="x">Unsubscribe</a></td></tr></table>`;
    const found = await one(message(page, 'Content-Type: text/html\n'));
    const said = 'It was the harbour master who said so.';
    expect(found === undefined ? [] : bodyOf(found)).toEqual(['Harbour reopens', said, 'Ferry grows', said]);
  });

  it.each([
    ['declares ASCII and is UTF-8', 'us-ascii', 'utf-8'],
    ['declares nothing and is windows-1252', '', 'windows-1252'],
    ['declares a charset of DOS', 'cp720', 'cp720'],
    ['declares windows-1256', 'windows-1256', 'windows-1256'],
    ['declares Latin-1 and is windows-1252', 'iso-8859-1', 'windows-1252'],
  ])('is decoded when it %s', async (_, declared, real) => {
    const isArabic = /720|1256/.test(real);
    const body = isArabic
      ? 'انتهى العمل في المنارة يوم الجمعة'
      : 'Schön war es in “Orne”, größer als früher.';
    const type = `Content-Type: text/plain${declared === '' ? '' : `; charset=${declared}`}\nContent-Transfer-Encoding: 8bit\n`;
    expect(await bodies(iconv.encode(message(body, type), real))).toEqual([[body]]);
  });

  it('has headers decoded that declare nothing, and a page that declares its charset itself', async () => {
    const latin = iconv.encode(
      message('x', plain).replace('Harbour reopens', 'Hafen für Schiffe geöffnet, größer als früher'),
      'latin1',
    );
    expect((await one(latin))?.said.headline).toBe('Hafen für Schiffe geöffnet, größer als früher');
    const page = `<meta charset=windows-1251><p>${'Порт снова открыт после двух месяцев. '.repeat(6)}</p>`;
    const bytes = iconv.encode(message(page, 'Content-Type: text/html\n'), 'windows-1251');
    expect(JSON.stringify((await one(bytes))?.text)).toContain('Порт снова открыт');
  });

  it('has the messages that it forwards as articles of their own', async () => {
    const inner = (id: string) =>
      `Content-Type: message/rfc822\n\nFrom: z@z.example\nSubject: Inner\n${id}${plain}\nInner words.\n`;
    const parts = `--b\n${plain}\nSee these.\n--b\n${inner('Message-ID: <8@z.example>\n')}--b\n${inner('')}--b--\n`;
    const { records } = await readAll(
      eml,
      message(parts, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n'),
    );
    expect(records.map(({ key, said }) => [key, said.headline])).toEqual([
      ['<7@courier.example>', 'Harbour reopens'],
      ['<8@z.example>', 'Inner'],
      ['<7@courier.example>#2', 'Inner'],
    ]);
    const digest = `--b\n\nFrom: z@z.example\nSubject: Inner\n\nInner words.\n--b--\n`;
    const alone = await readAll(
      eml,
      message(digest, 'MIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n'),
    );
    expect(alone.records.map(({ said }) => said.headline)).toEqual(['Inner']);
  });

  it("is found in a file of Apple's below its length", async () => {
    const content = message('Ships came.\n', plain);
    const file = `${Buffer.byteLength(content)}  \n${content}<?xml version="1.0"?><plist><dict/></plist>\n`;
    expect(await formatNameOf(file, 'a.emlx')).toBe('eml');
    expect(await bodies(file)).toEqual([['Ships came.']]);
  });
});

describe('a mailbox', () => {
  const google = (id: number): string => `From 182875456804362858${id}@xxx Mon Apr 07 14:31:02 +0000 2025\n`;
  const thunderbird = 'From - Mon Jul 26 07:31:03 2021\n';
  const headlines = async (content: string) =>
    (await readAll(mbox, content)).records.map(({ said }) => said.headline);

  it('is split where a time and headers follow, and not in bodies', async () => {
    const body =
      'Ships came.\n\nFrom here we go on, at 10:30 in 2021.\n\nFrom Mon to Fri\nit was 10:30 2021.\n>From quoted\n\n';
    const content = crlf(
      google(1) + head() + '\n' + body + google(2) + head().replace('Harbour', 'Ferry') + '\nx\n',
    );
    expect(await formatNameOf(content, 'a.mbox')).toBe('mbox');
    expect(await headlines(content)).toEqual(['Harbour reopens', 'Ferry reopens']);
    const { records } = await readAll(mbox, content);
    expect(records.map(bodyOf)[0]?.join('|')).toContain('>From quoted');
    expect(records[0]?.original).toEqual({
      start: google(1).length + 1,
      end: content.lastIndexOf('From 18287545'),
    });
  });

  it('has the marks taken from lines of bodies that other programs put there', async () => {
    const { records } = await readAll(
      mbox,
      `${thunderbird}${head()}\nShips came.\n\n>From quoted\n\n>>From twice\n\n`,
    );
    expect(records.map(bodyOf)).toEqual([['Ships came.', 'From quoted', '>From twice']]);
  });

  it.each([
    'From a@b.example Mon Jul 26 07:31:03 CEST 2021',
    'From a at b.example  Mon Jul 26 07:31:03 2021',
    'From ???@??? Mon Jul 26 07:31:03 2021',
    'From a@b.example 2021-07-26T07:31:03Z',
    'From MAILER-DAEMON Mon, 26 Jul 2021 07:31:03 +0200',
  ])('is split at "%s"', async (line) => {
    const content = `${line}\n${head()}\nx\n\n${line}\n${head().replace('Harbour', 'Ferry')}\ny\n`;
    expect(await headlines(content)).toEqual(['Harbour reopens', 'Ferry reopens']);
  });

  it('leaves out what was deleted', async () => {
    const labels =
      '=?UTF-8?Q?Messages_archiv=C3=A9s,"Culture,_=C3=A9v=C3=A9nements",?=\n =?UTF-8?Q?Corbeille?=';
    const parts = [
      '',
      'X-Mozilla-Status: 0009\n',
      'X-Mozilla-Status: 0001\n',
      'X-Status: D\n',
      `X-Gmail-Labels: ${labels}\n`,
    ];
    const content = parts
      .map((more, at) => `${thunderbird}${head(more).replace('Harbour', `No ${at}`)}\nx\n\n`)
      .join('');
    expect(await headlines(content)).toEqual(['No 0 reopens', 'No 2 reopens']);
  });

  it('gives what a message is filed under, and not how it fares', async () => {
    const more = [
      'X-Gmail-Labels: Inbox,Unread,"Water, boats",Council/Zirin,Category Promotions',
      'X-Mozilla-Keys: $label1 NonJunk harbour',
    ]
      .map((line) => `${line}\n`)
      .join('');
    const { records } = await readAll(mbox, `${thunderbird}${head(more)}\nx\n\n`);
    expect(records.map(({ labels }) => labels)).toEqual([['Water, boats', 'Council/Zirin', 'harbour']]);
  });

  it('is read in windows that may end anywhere', () => {
    const content = Buffer.from(
      Array.from({ length: 40 }, (_, at) => `${google(at % 10)}${head()}\n${'y'.repeat(at * 7)}\n\n`).join(
        '',
      ),
    );
    const whole = byteSource(content);
    const source = (cut: number): ByteSource => ({
      ...whole,
      size: content.length,
      at: (start, length) => Buffer.from(whole.at(start, Math.min(length, cut))),
    });
    const starts = [...mailboxMessages(source(1_048_576 + 5))].map(({ start }) => start);
    expect(starts).toHaveLength(40);
  });
});

it('a byte order mark of a program of Windows costs no message its place, and years of two digits are read', async () => {
  const message = (subject: string): string =>
    `From a@example.org Thu Mar 12 09:00:00 2015\r\nFrom: Mina <mina@example.org>\r\nDate: Thu, 12 Mar 15 09:00:00 GMT\r\nSubject: ${subject}\r\n\r\nThe ferry waits.\r\n\r\n`;
  const box = await readFormat('a.mbox', `\ufeff${message('One')}${message('Two')}`);
  expect(box.articles.map(({ headline, published }) => [headline, published?.date])).toEqual([
    ['One', '2015-03-12T09:00'],
    ['Two', '2015-03-12T09:00'],
  ]);
  const single = await readFormat(
    'a.eml',
    '\ufeffReceived: from x\r\nFrom: Mina <mina@example.org>\r\nDate: 12 Mar 15 09:00 GMT\r\nSubject: Three\r\n\r\nThe ferry waits.\r\n',
  );
  expect(single.articles).toMatchObject([{ headline: 'Three', published: { date: '2015-03-12T09:00' } }]);
});

describe('a message that was forwarded in a text', () => {
  const mail = (subject: string, body: string): string =>
    `From: Mina <mina@example.org>\nTo: a@example.org\nSubject: ${subject}\nDate: Fri, 13 Mar 2015 09:00:00 +0000\nMessage-ID: <f@example.org>\n\n${body}\n`;

  it('is an article of its own, and so are the words above it', async () => {
    const { articles } = await readFormat(
      'a.eml',
      mail(
        'Fwd: Ferry stops',
        'See below.\n\n---------- Forwarded message ---------\nFrom: The Courier <news@courier.example>\nDate: Thu, Mar 12, 2015 at 9:04 AM\nSubject: Ferry stops\nTo: <mina@example.org>\n\n\nThe ferry waits.\n\nIt waits for June.',
      ),
    );
    expect(articles).toMatchObject([
      { key: '<f@example.org>', headline: 'Fwd: Ferry stops', body: ['See below.'] },
      {
        key: '<f@example.org>#text',
        headline: 'Ferry stops',
        byline: 'The Courier <news@courier.example>',
        published: { date: '2015-03-12T09:04' },
        body: ['The ferry waits.', 'It waits for June.'],
      },
    ]);
  });

  it('is all there is where nobody wrote above it, quoted or in another language', async () => {
    const apple = await readFormat(
      'a.eml',
      mail(
        'Fwd: Ferry',
        'Begin forwarded message:\n\n> From: The Courier <news@courier.example>\n> Subject: Ferry stops\n> Date: 12 March 2015 at 09:04:00 GMT\n> To: mina@example.org\n> \n> The ferry waits.',
      ),
    );
    expect(apple.articles).toMatchObject([{ headline: 'Ferry stops', body: ['The ferry waits.'] }]);
    const outlook = await readFormat(
      'a.eml',
      mail(
        'WG: Fähre',
        '-----Ursprüngliche Nachricht-----\nVon: Hafenblatt <news@hafen.example>\nGesendet: Donnerstag, 12. März 2015 09:04\nAn: mina@example.org\nBetreff: Fähre steht\n\nDie Fähre wartet.',
      ),
    );
    expect(outlook.articles).toMatchObject([
      { headline: 'Fähre steht', published: { date: '2015-03-12T09:04' }, body: ['Die Fähre wartet.'] },
    ]);
  });

  it('is part of the text in an answer to it', async () => {
    const { articles } = await readFormat(
      'a.eml',
      mail(
        'Re: Ferry',
        'Yes.\n\n-----Original Message-----\nFrom: A <a@example.org>\nSent: Thursday, March 12, 2015 9:04 AM\nSubject: Ferry\n\nDoes it sail?',
      ),
    );
    expect(articles).toHaveLength(1);
  });
});
