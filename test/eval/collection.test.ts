import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentFields, parseJudgements, readCollection, topicWords } from './collection.ts';

describe('a document', () => {
  it('has the lines before the first empty one as its headline', () => {
    const { headline, body } = documentFields('On the\nflow of air .\n \nbrown,a.\n\nAir flows .\n');
    expect({ headline, body }).toEqual({
      headline: 'On the flow of air .',
      body: ['brown,a.\n\nAir flows .'],
    });
  });

  it('is all body when it has no empty line', () => {
    const { headline, body } = documentFields('air flows\nand water');
    expect({ headline, body }).toEqual({ headline: '', body: ['air flows\nand water'] });
  });
});

it('reads grades above zero as relevance', () => {
  expect(parseJudgements('1 0 7 3\n1 0 8 0\n2  0  9  1\n\n1 0 10 -1\n')).toEqual(
    new Map([
      ['1', new Map([['7', 3]])],
      ['2', new Map([['9', 1]])],
    ]),
  );
});

it('asks for the words of a topic without punctuation and capitals', () => {
  expect(topicWords("VIET NAM'S high-speed (1963) aircraft .")).toEqual([
    'viet',
    "nam's",
    'high',
    'speed',
    '1963',
    'aircraft',
  ]);
});

describe('a folder', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'microfiche-eval-'));
    await mkdir(join(dir, 'docs'));
    for (const id of ['2', '10', '1']) await writeFile(join(dir, 'docs', `${id}.txt`), `paper ${id}`);
    await writeFile(join(dir, 'queries.tsv'), '1\tpapers\n2\tpens\n');
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('numbers documents in the order of their names, and passes over topics without a relevant one', async () => {
    await writeFile(join(dir, 'qrels.txt'), '1 0 10 2\n2 0 1 0\n');
    const { documents, topics } = await readCollection(dir);
    expect(documents.map(({ body }) => body[0])).toEqual(['paper 1', 'paper 2', 'paper 10']);
    expect(topics).toEqual([{ id: '1', text: 'papers', judgements: new Map([[3, 2]]) }]);
  });

  it('is refused when it judges a document that is not there', async () => {
    await writeFile(join(dir, 'qrels.txt'), '1 0 11 1\n');
    await expect(readCollection(dir)).rejects.toThrow('judges document 11, which is not there');
  });
});
