import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import TagPicker from '../../../renderer/components/tag-picker/TagPicker.svelte';
import {
  type OpenWindow,
  buttonNamed,
  openWindow,
  press,
  show,
  startWindow,
  valueOf,
} from '../dev/open-window.ts';

// Of the invented articles, every third is tagged: the 1st carries Places/Bridges, the 2nd and 3rd nothing.
const firstTwo: ArticleSelection = { ids: [articleId(1), articleId(2)] };

async function open(
  selection: ArticleSelection,
  articles: string,
): Promise<OpenWindow & { closed: () => void }> {
  const closed = vi.fn();
  const opened = openWindow(TagPicker, { selection, onclose: closed });
  await screen.findByRole('heading', { name: `Tags of ${articles}` });
  return { ...opened, closed };
}

async function type(text: string) {
  const field = screen.getByRole('combobox', { name: 'Find or create a tag' });
  field.focus();
  await fireEvent.input(field, { target: { value: text } });
}

const option = (name: RegExp) => screen.getByRole('option', { name });
const checked = (name: RegExp) => option(name).getAttribute('aria-checked');

describe('TagPicker', () => {
  test('shows which tags all, some and none of the selection carry, and takes each through its states', async () => {
    await open(firstTwo, '2 articles');
    expect([checked(/^Places\/Bridges/), checked(/^Water/)]).toEqual(['mixed', 'false']);
    const states: (string | null)[] = [];
    for (let click = 0; click < 3; click += 1) {
      await fireEvent.click(option(/^Places\/Bridges/));
      states.push(checked(/^Places\/Bridges/));
    }
    expect(states).toEqual(['true', 'false', 'mixed']);
  });

  test('keeps an option in its place when it is toggled', async () => {
    await open(firstTwo, '2 articles');
    const names = () => screen.getAllByRole('option').map((element) => element.textContent);
    const before = names();
    await fireEvent.click(option(/^Water/));
    expect(names()).toEqual(before);
  });

  test('makes a tag by typing its name, Enter and Ctrl+Enter, and one undo takes it back', async () => {
    const { bridge, closed, shared } = await open(firstTwo, '2 articles');
    await type('Port  authority');
    await press('Enter');
    expect(screen.getByText('1 to add')).toBeDefined();
    await press('Enter', { ctrlKey: true });
    expect(closed).toHaveBeenCalled();
    await screen.findByText('Added “Port authority” to 2 articles.');
    const carried = () => valueOf(bridge.archive.tagsOf({ selection: firstTwo }));
    expect((await carried()).tags).toContainEqual({ name: 'Port authority', articles: 2 });
    await fireEvent.click(buttonNamed('Undo'));
    await waitFor(() => expect(shared.tags.named('Port authority')).toBeUndefined());
    expect((await carried()).tags.map(({ name }) => name)).not.toContain('Port authority');
  });

  test('applies what was typed on Ctrl+Enter alone', async () => {
    const { bridge } = await open(firstTwo, '2 articles');
    await type('wat');
    await press('Enter', { ctrlKey: true });
    await screen.findByText('Added “Water” to 2 articles.');
    const { tags } = await valueOf(bridge.archive.tagsOf({ selection: firstTwo }));
    expect(tags).toContainEqual({ name: 'Water', articles: 2 });
  });

  test('does not offer to make a tag that only differs in case', async () => {
    await open(firstTwo, '2 articles');
    await type('WATER');
    expect(screen.getAllByRole('option').map((element) => element.textContent.trim())).toEqual([
      expect.stringMatching(/^Water/),
    ]);
  });

  test('tags all results of a query but the ones left out', async () => {
    const opened = startWindow();
    const { archive } = opened.bridge;
    const filter = { tags: [], sources: [], untagged: false };
    const request = { query: 'water', grammar: 'news', sort: 'relevance', filter, typing: false } as const;
    const { resultSet, total, hits } = await valueOf(archive.search({ ...request, offset: 0, limit: 2 }));
    const selection: ArticleSelection = { resultSet, except: hits.map(({ id }) => id) };
    show(opened, TagPicker, { selection, onclose: vi.fn() });
    await screen.findByRole('heading', { name: `Tags of ${String(total - 2)} articles` });
    await type('Rivers');
    await press('Enter', { ctrlKey: true });
    await screen.findByText(`Added “Rivers” to ${String(total - 2)} articles.`);
    const { tags } = await valueOf(archive.tagsOf({ selection: { resultSet, except: [] } }));
    expect(tags).toContainEqual({ name: 'Rivers', articles: total - 2 });
  });

  test('changes nothing when it is left with Escape, and says so', async () => {
    const { bridge, closed } = await open(firstTwo, '2 articles');
    await type('wat');
    await press('Enter');
    await press('Escape');
    expect(closed).toHaveBeenCalledOnce();
    await screen.findByText('The tags were left as they were.');
    const { tags } = await valueOf(bridge.archive.tagsOf({ selection: firstTwo }));
    expect(tags.map(({ name }) => name)).not.toContain('Water');
  });
});
