import { expect, test, vi } from 'vitest';
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
        Promise.resolve({
          text: 'MENU The river rose.',
          encoding: 'UTF-8',
          path: '/news/1.txt',
          chosen: null,
          isPage: false,
        }),
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

test('keeps the place in each of the two texts while the other is read', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  state.goToHit(1);
  state.takeJump();
  state.moveTo({ block: 7, share: 0.25 });
  await state.toggleOriginal();
  expect([state.takeJump(), state.currentHit]).toEqual(['first', 0]);
  state.moveTo({ block: 1, share: 0.5 });
  await state.toggleOriginal();
  expect([state.takeJump(), state.anchor, state.currentHit]).toEqual(['place', { block: 7, share: 0.25 }, 1]);
  await state.toggleOriginal();
  expect([state.takeJump(), state.anchor]).toEqual(['place', { block: 1, share: 0.5 }]);
});

test('an original that can not be read leaves what is shown', async () => {
  const stub = stubBridge({ archive: { article: ({ id }) => Promise.resolve(marked(id)) } });
  installBridge(stub.bridge);
  const state = new ReadingState();
  await state.open(articleId(1), resultSetId(1));
  await expect(state.toggleOriginal()).rejects.toThrow('original was not expected');
  expect([state.isOriginalShown, state.view?.id]).toEqual([false, 1]);
});

test('stays where the person is when the results lead to the open article once more', async () => {
  const state = reading();
  await state.open(articleId(1), resultSetId(1));
  await state.openAside(articleId(2));
  const { jumps } = state;
  await state.open(articleId(1), resultSetId(1));
  expect([state.view?.id, state.isAside, state.jumps]).toEqual([2, true, jumps]);
});

test('opens the article that was open at its place, and the next one at its first hit', async () => {
  const state = reading();
  const anchor = { block: 4, share: 0.5 };
  state.resumeAt({
    libraryDir: '/library',
    filter: { tags: [], sources: [], untagged: false },
    article: articleId(3),
    row: 30,
    isOriginal: true,
    anchor,
  });
  await state.open(articleId(3), resultSetId(1));
  expect([state.isOriginalShown, state.original?.path, state.takeJump(), state.anchor]).toEqual([
    true,
    '/news/1.txt',
    'place',
    anchor,
  ]);
  await state.open(articleId(4), resultSetId(1));
  expect([state.takeJump(), state.anchor]).toEqual(['first', null]);
});

test('an article that is on its way comes, and as it is now, when something changes meanwhile', async () => {
  const asked: number[] = [];
  const state = reading((id) => {
    asked.push(id);
    return articleView(id);
  });
  await state.open(articleId(1), resultSetId(1));
  const opening = state.open(articleId(2), resultSetId(1));
  await state.reload();
  await opening;
  await vi.waitFor(() => expect([state.view?.id, asked]).toEqual([2, [1, 2, 2]]));
});
