import { expect, test } from 'vitest';
import { installBridge } from '../../../../renderer/archive.ts';
import { createFakeArchive } from '../../../../renderer/dev/fake-archive.ts';
import { readScenario } from '../../../../renderer/dev/scenario.ts';
import { TagsState } from '../../../../renderer/state/archive/tags-state.svelte.ts';

async function openTags() {
  installBridge(createFakeArchive(readScenario(new URLSearchParams('latency=0'))));
  const tags = new TagsState();
  await tags.load();
  const [one, other, third] = tags.tags;
  if (one === undefined || other === undefined || third === undefined) throw new Error('too few tags');
  return { tags, one, other, third };
}

test('a merged tag stands for the one that it was merged into, as often as that is done and undone', async () => {
  const { tags, one, other, third } = await openTags();
  await tags.merge([one.id, other.id], other.id);
  expect(tags.standsFor(one.id)).toBe(other.id);
  await tags.undo();
  expect(tags.standsFor(one.id)).toBe(one.id);
  await tags.redo();
  expect(tags.standsFor(one.id)).toBe(other.id);
  await tags.merge([other.id], third.id);
  expect(tags.standsFor(one.id)).toBe(third.id);
  await tags.remove(third.id);
  expect([tags.standsFor(one.id), tags.lastNameOf(one.id)]).toEqual([null, one.name]);
});

test('a tag that is deleted after its merge was undone stands for nothing', async () => {
  const { tags, one, other } = await openTags();
  await tags.merge([one.id], other.id);
  await tags.undo();
  await tags.remove(one.id);
  expect(tags.standsFor(one.id)).toBeNull();
});

test('a name that every object knows is no tag', async () => {
  const { tags } = await openTags();
  expect(['constructor', '__proto__', 'toString'].map((name) => tags.named(name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(tags.idsOf(['constructor'])).toEqual([]);
});
