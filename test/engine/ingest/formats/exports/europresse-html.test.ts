import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const recent = `<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <title></title> <style type="text/css">.DocPublicationName{color:#83724e}</style></head> <body>
<article> <header> <img src="x.gif" /> <div> <span class="DocPublicationName">Le Port   </span> </div> <div> <span class="DocHeader">Communication, mardi 14 mars 2006, p. 16</span> </div>
<div><p>MEDIAS</p></div> <div class="titreArticle"> <p class="sm-margin-bottom">TRIBUNES</p> <p class="titreArticleVisu">Le bac reste à quai</p> </div> <div>Mina Okoro</div> </header>
<section> <div class="DocText"> <div class='docOcurrContainer'> <p>Le <mark>bac</mark> des îles ne part pas.</p><p>Il partira en juin.</p> </div> </div> </section>
<aside> <div> <p><b>Illustration(s) : </b></p> <div><p>Le bac, vendredi.</p> </div> </div> <div> <b>Note(s) : </b><p>(1) Une note.</p> </div> </aside>
<footer> <small>© 2006 Le Port. Tous droits réservés.</small> <p>Numéro de document : news·20060315·PO·0q1503_1256056</p> <span>Date d'émission : <b>2015-07-04</b></span> </footer> </article>
<article> <header> <div> <span class="DocPublicationName">The Courier, no. 5968</span> </div> <div> <span class="DocHeader">News, Thursday, March 16, 2006 9:30 AM, p. A1</span> </div>
<p class="titreArticleVisu grandTitre">Ferry stops</p> </header> <section> <p>The ferry does not sail.</p> </div> </div> </section> <footer><p>Document number : news·20060316·CO·1</p></footer></article>
</body> </html>`;

const old = `<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><head><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>
<table><tr><td><table id="tbHeaderImages"><tr><td><img src="a.gif"></td></tr></table><span class="DocPublicationName">l'Île</span><br><span class="DocHeader">Politique, </span><span class="DocHeader">jeudi </span><span class="DocHeader">5 octobre 2013</span><br><br><span class="TitreArticleVisu">Le bac reste à quai</span><br><br>Le bac des îles ne part pas : éèê.<font style="font-weight:bold;"> Il attend.</font><p></p>Il partira en juin.<p></p><b><i>© 2013 l'Île. Tous droits réservés.</i></b><p></p>Numéro de document : news·20131005·IL·2040056000<br><table><tr><td>Date d'émission : <b>2014-10-05</b></td></tr></table></td></tr></table>
<table><tr><td><span class="DocPublicationName">Magazine 1, no. 5968</span><br><span class="DocHeader">Éditorial, </span><span class="DocHeader">jeudi </span><span class="DocHeader">4 octobre 2012</span><span class="DocHeader">, p. 03</span><br><br>Ce que le bac et ses passagers attendent encore<br><span class="TitreArticleVisu">Un <span style="color:red">bac</span></span><br><br>Mina Okoro<br><p></p>Le bac attend.<p></p>(1) Une note.<p></p><b><i>© 2012 Magazine 1.</i></b><p></p>Numéro de document : news·20121004·MAG·156190</td></tr></table></body></html>`;

test('articles of the newer pages of Europresse are read, and not what certifies them', async () => {
  const { format, articles } = await readFormat('a.html', recent);
  expect(format).toBe('europresse-html');
  expect(articles).toMatchObject([
    {
      key: 'news·20060315·PO·0q1503_1256056',
      headline: 'Le bac reste à quai',
      byline: 'Mina Okoro',
      outlet: 'Le Port',
      section: 'Communication',
      published: { date: '2006-03-14', precision: 'day' },
      captions: [{ text: 'Le bac, vendredi.' }],
      body: ['Le bac des îles ne part pas.', 'Il partira en juin.'],
    },
    {
      key: 'news·20060316·CO·1',
      headline: 'Ferry stops',
      byline: null,
      outlet: 'The Courier',
      section: 'News',
      published: { date: '2006-03-16T09:30' },
      body: ['The ferry does not sail.'],
    },
  ]);
});

test('articles of the older pages are read, whatever encoding they declare', async () => {
  const { format, articles } = await readFormat('a.htm', old);
  expect(format).toBe('europresse-html');
  expect(articles).toMatchObject([
    {
      key: 'news·20131005·IL·2040056000',
      headline: 'Le bac reste à quai',
      byline: null,
      outlet: "l'Île",
      section: 'Politique',
      published: { date: '2013-10-05' },
      body: ['Le bac des îles ne part pas : éèê. Il attend.', 'Il partira en juin.'],
    },
    {
      headline: 'Un bac',
      standfirst: 'Ce que le bac et ses passagers attendent encore',
      byline: 'Mina Okoro',
      outlet: 'Magazine 1',
      section: 'Éditorial',
      published: { date: '2012-10-04' },
      body: ['Le bac attend.', '(1) Une note.'],
    },
  ]);
});

test('the number of an unsigned document is nobody who wrote it', async () => {
  const { articles } = await readFormat(
    'a.html',
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article><span class="DocPublicationName">Le Port</span>' +
      '<span class="DocHeader">mardi 14 mars 2006</span><p class="titreArticleVisu">Bref</p>' +
      '<div class="docOcurrContainer"><p>Le bac attend.</p></div><div class="publiC-lblNodoc">news·20060314·PO·7</div></article></body></html>',
  );
  expect(articles).toMatchObject([{ key: 'news·20060314·PO·7', byline: null, body: ['Le bac attend.'] }]);
});

const saved = `Le Port
Communication, mardi 14 mars 2006, p. 16

MEDIAS
Le bac des îles reste à quai

Mina Okoro

Le bac des îles ne part pas vendredi, a annoncé son propriétaire dans une lettre.

Il partira en juin.

© 2006 Le Port. Tous droits réservés.
Numéro de document : news·20060315·PO·0q1503_1256056

Certificat émis le 04 juillet 2015 à Université pour Mina
The Courier, no. 5968
News, Thursday, March 16, 2006 9:30 AM, p. A1

Ferry stops

The ferry to the islands does not sail on Friday, its owner said in a
letter to the harbour authority, which nobody had been told about.

Document number : news·20060316·CO·1
`;

test.each(['utf8', 'latin1'] as const)(
  'articles that somebody saved as text are read from %s',
  async (encoding) => {
    const { format, articles } = await readFormat('a.txt', Buffer.from(saved, encoding));
    expect(format).toBe('europresse-txt');
    expect(articles).toMatchObject([
      {
        key: 'news·20060315·PO·0q1503_1256056',
        headline: 'Le bac des îles reste à quai',
        byline: 'Mina Okoro',
        outlet: 'Le Port',
        section: 'Communication',
        published: { date: '2006-03-14' },
        body: [
          'Le bac des îles ne part pas vendredi, a annoncé son propriétaire dans une lettre.',
          'Il partira en juin.',
        ],
      },
      {
        headline: 'Ferry stops',
        byline: null,
        outlet: 'The Courier',
        published: { date: '2006-03-16T09:30' },
        body: [
          'The ferry to the islands does not sail on Friday, its owner said in a letter to the harbour authority, which nobody had been told about.',
        ],
      },
    ]);
  },
);
