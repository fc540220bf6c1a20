import { describe, expect, it } from 'vitest';
import { csv } from '../../../../../electron/engine/ingest/formats/tables/csv.ts';
import { linkList } from '../../../../../electron/engine/ingest/formats/tables/link-list.ts';
import { omnivore, wallabag } from '../../../../../electron/engine/ingest/formats/tables/read-later.ts';
import { telegram } from '../../../../../electron/engine/ingest/formats/tables/telegram.ts';
import { bodyOf, formatNameOf, readAll } from '../../../../support/found-records.ts';
import { readFormat } from '../../../../support/read-format.ts';

describe('lists of what was saved to read later', () => {
  it('of Pocket and Instapaper have no date of publication but one that the address names', async () => {
    const pocket =
      'title,url,time_added,tags,status\nHarbour reopens,https://a.example/2021/07/26/harbour,1627300000,,unread\nFerry grows,https://a.example/ferry,1627300000,,unread\n';
    const { records } = await readAll(csv, pocket);
    expect(records).toMatchObject([
      {
        key: 'https://a.example/2021/07/26/harbour',
        said: { published: { date: '2021-07-26', from: 'url' } },
      },
      { said: { headline: 'Ferry grows' } },
    ]);
    expect(records[1]?.said.published).toBeUndefined();
    const instapaper = await readAll(
      csv,
      'URL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,One,,Unread,1627300000\n',
    );
    expect(instapaper.records.map(({ said }) => said)).toEqual([
      { headline: 'One', url: 'https://a.example/1' },
    ]);
  });

  it('of Pocket in HTML are links with names', async () => {
    const content = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
      <li><a href="https://a.example/1" time_added="1688628695" tags="x,y">Tarn : des lapins &amp; un match</a></li></ul></body></html>`;
    expect(await formatNameOf(content, 'ril_export.html')).toBe('link-list');
    const { records } = await readAll(linkList, content);
    expect(records).toMatchObject([
      {
        key: 'https://a.example/1',
        said: { headline: 'Tarn : des lapins & un match' },
        labels: ['x', 'y'],
      },
    ]);
  });

  it('of wallabag hold the text as HTML', async () => {
    const content = JSON.stringify([
      {
        id: 5,
        is_archived: 1,
        title: 'Harbour &amp; ferry',
        url: 'https://courier.example/5',
        created_at: '2021-07-26T10:00:00+0200',
        content:
          '<p><img src="a.jpg"/><br/><small><i>The harbour. Photo by A B.</i></small></p><p>Ships came.</p><ul><li>One</li><li>Two</li></ul>',
        domain_name: 'courier.example',
        language: 'en_GB',
        tags: ['sea', 'port'],
      },
    ]);
    expect(await formatNameOf(content, 'a.json')).toBe('wallabag');
    const { records } = await readAll(wallabag, content);
    expect(records).toMatchObject([
      {
        key: '5',
        labels: ['sea', 'port'],
        text: [
          { kind: 'caption', text: 'The harbour. Photo by A B.' },
          { kind: 'body', text: 'Ships came.' },
          { kind: 'body', text: 'One' },
          { kind: 'body', text: 'Two' },
        ],
        said: { headline: 'Harbour & ferry', outlet: 'courier.example', language: 'en_GB' },
      },
    ]);
    expect(records[0]?.said.published).toBeUndefined();
  });

  it('of Omnivore are believed in their dates when the address says the same day', async () => {
    const saved = (day: string, url: string) => ({
      slug: 'x',
      title: 'One',
      url,
      savedAt: `${day}T10:00:00Z`,
      publishedAt: `${day}T10:00:00Z`,
    });
    const content = JSON.stringify([
      saved('2024-10-29', 'https://a.example/2024/10/29/one'),
      saved('2024-10-30', 'https://a.example/2024/10/01/two'),
      saved('2024-10-31', 'https://a.example/three'),
    ]);
    expect(await formatNameOf(content, 'metadata_0_to_20.json')).toBe('omnivore');
    const { records } = await readAll(omnivore, content);
    const dates = records.map(({ said: { published } }) =>
      typeof published === 'object' ? published.date : published,
    );
    expect(dates).toEqual(['2024-10-29T10:00', '2024-10-01', undefined]);
  });
});

describe('a Telegram export', () => {
  const message = (id: number, text: unknown, more = {}) => ({
    id,
    type: 'message',
    date: '2021-07-26T10:00:00',
    date_unixtime: '1627293600',
    from: 'Courier',
    from_id: 'channel7',
    text,
    ...more,
  });
  const chat = (name: string, id: number, ...messages: object[]) => ({
    name,
    type: 'public_channel',
    id,
    messages,
  });

  it('gives the messages of a channel that say something', async () => {
    const content = JSON.stringify(
      chat(
        'Courier',
        7,
        message(1, '', { type: 'service' }),
        message(2, ['Harbour ', { type: 'bold', text: 'reopens' }, '\n\nShips came.']),
        message(3, ''),
        message(4, 'More.', { from: 'Mina' }),
      ),
      null,
      1,
    );
    expect(await formatNameOf(content, 'result.json')).toBe('telegram');
    const { records } = await readAll(telegram, content);
    expect(records).toMatchObject([
      { key: '7/2', said: { published: '2021-07-26T10:00:00', outlet: 'Courier' } },
      { key: '7/4', said: { byline: 'Mina' } },
    ]);
    expect(records.map(bodyOf)).toEqual([['Harbour reopens', 'Ships came.'], ['More.']]);
  });

  it('of all chats tells them apart', async () => {
    const content = JSON.stringify({
      about: 'x',
      chats: {
        list: [chat('One "1"', 1, message(1, 'a')), chat('Two', 2, message(1, 'b'), message(2, 'c'))],
      },
    });
    const { records } = await readAll(telegram, content);
    expect(records.map(({ key, said }) => [key, said.outlet])).toEqual([
      ['1/1', 'One "1"'],
      ['2/1', 'Two'],
      ['2/2', 'Two'],
    ]);
  });
});

it('chats of Telegram are known without what newer programs write', async () => {
  const chat = (name: string, messages: readonly unknown[]): unknown => ({
    name,
    type: 'public_channel',
    id: 7,
    messages,
  });
  const message = {
    id: 2,
    type: 'message',
    date: '2015-03-12T09:00:00',
    from: 'Quay',
    text: 'The ferry waits.',
  };
  const all = await readFormat('a.json', JSON.stringify({ chats: { list: [chat('Quay', [message])] } }));
  expect(all.format).toBe('telegram');
  expect(all.articles).toMatchObject([
    { key: '7/2', outlet: 'Quay', published: { date: '2015-03-12T09:00' } },
  ]);
  expect((await readFormat('a.json', JSON.stringify(chat('Quay', [])))).articles).toEqual([]);
});
