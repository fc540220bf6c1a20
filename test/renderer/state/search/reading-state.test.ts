import { expect, test } from 'vitest';
import type { ArticleView } from '../../../../electron/contract/archive-api.ts';
import { FailureError } from '../../../../electron/contract/failure.ts';
import { articleId, resultSetId } from '../../../../electron/contract/ids.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { ReadingState } from '../../../../renderer/state/search/reading-state.svelte.ts';
import { articleView } from '../../support/answers.ts';
import { stubBridge } from '../../support/stub-bridge.ts';

function marked(id: number): ArticleView {
  const view = articleView(id, { furniture: ['River Times'] });
  const body = [
    [
      [4, 9],
      [20, 25],
    ],
  ] as const;
  return { ...view, marks: { ...view.marks, body, furniture: [[[0, 5]]] } };
}

function reading(article: (id: number) => ArticleView = marked): ReadingState {
  const stub = stubBridge({
    archive: {
      article: ({ id }) => Promise.resolve(article(id)),
      original: () =>
        Promise.resolve({ text: 'MENU The river rose.', encoding: 'UTF-8', path: '/news/1.txt' }),
    },
  });
  installBridge(stub.bridge);
  return new ReadingState();
}

test('opens an article at its first hit and steps around the ends', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  expect([state.hits, state.currentHit]).toEqual([2, 0]);
  state.step(-1);
  expect(state.currentHit).toBe(1);
  state.step(1);
  expect(state.currentHit).toBe(0);
});

test('counts the hits in the page furniture only while it is unfolded', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  state.toggleFurniture();
  expect(state.hits).toBe(3);
  state.goToHit(2);
  state.toggleFurniture();
  expect([state.hits, state.currentHit]).toEqual([2, 1]);
});

test('shows the article that was asked for last', async () => {
  const state = reading();
  await Promise.all([state.open(articleId(1), resultSetId(1)), state.open(articleId(2), resultSetId(1))]);
  expect(state.view?.id).toBe(2);
});

test('stays at the hit when the article is read again after tagging', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  state.goToHit(1);
  const { jumps } = state;
  await state.reload();
  expect([state.currentHit, state.jumps]).toEqual([1, jumps]);
});

test('marks what is looked for in the article instead of the query’s hits, and gives those back', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  state.startFinding();
  state.find('fell');
  expect([state.hits, state.marks?.body]).toEqual([1, [[[26, 30]]]]);
  state.stopFinding();
  expect(state.hits).toBe(2);
});

test('marks the query’s words in the original text too', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  await state.toggleOriginal();
  expect([state.originalMarks, state.hits]).toEqual([[[9, 14]], 1]);
});

test('opens an article without its hits when the engine has forgotten the answer', async () => {
  const asked: unknown[] = [];
  const stub = stubBridge({
    archive: {
      article: ({ id, resultSet }) => {
        asked.push(resultSet);
        if (resultSet !== null) throw new FailureError({ code: 'result-set-gone', message: 'gone' });
        return Promise.resolve(articleView(id));
      },
    },
  });
  installBridge(stub.bridge);
  const state = new ReadingState();
  await state.open(articleId(1), resultSetId(1));
  expect([state.view?.id, state.failure, asked]).toEqual([1, null, [1, null]]);
});

test('does not pass another article off as the one that could not be read', async () => {
  const state = reading((id) => {
    if (id === 2) {
      throw new FailureError({ code: 'article-missing', message: 'no article 2', id: articleId(2) });
    }
    return articleView(id);
  });
  await state.open(articleId(1), resultSetId(1));
  await state.open(articleId(2), resultSetId(1));
  expect([state.view, state.failure?.message]).toEqual([null, 'no article 2']);
});
