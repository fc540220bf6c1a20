import { describe, expect, it } from 'vitest';
import { missedAims, readPage, scoresOf } from './text.ts';

const body =
  'The old mole was repaired on Monday after four weeks of work by divers from the town.\n\n' +
  'They replaced a hundred stones that the sea had carried off in the storms of the spring.';
const page = { id: 'one', text: `Mole repaired\n\n${body}\n`, body, headlines: ['Mole  repaired'] };

describe('the figures of read text', () => {
  it('are best for a page that is read right', () => {
    expect(readPage(page)).toMatchObject({ f1: 1, headlineRight: true, lostWords: 0 });
    expect(missedAims(scoresOf([readPage(page)]))).toEqual([]);
  });

  it('miss every aim on a page that is read wrong', () => {
    const wrong = { ...readPage(page), f1: 0.2, headlineRight: false, lostWords: 9 };
    expect(missedAims(scoresOf([wrong]))).toHaveLength(4);
  });
});
