import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import TagsView from '../../../renderer/views/tags/TagsView.svelte';
import {
  type OpenWindow,
  buttonNamed,
  findButton,
  openWindow,
  press,
  queryButton,
  valueOf,
} from '../dev/open-window.ts';

async function open(): Promise<OpenWindow> {
  const opened = openWindow(TagsView, {});
  await findButton('Water');
  return opened;
}

async function tagNamed({ bridge }: OpenWindow, name: string) {
  const tags = await valueOf(bridge.archive.listTags({}));
  return tags.find((tag) => tag.name === name);
}

describe('TagsView', () => {
  test('nests tags by the slashes in their names and folds them away', async () => {
    await open();
    await fireEvent.click(buttonNamed('Tags nested in Economy'));
    expect(queryButton('Grain')).toBeNull();
    await fireEvent.click(buttonNamed('Tags nested in Economy'));
    expect(buttonNamed('Grain')).toBeDefined();
  });

  test('says which tag has the name that somebody wants, and merges the two', async () => {
    const opened = await open();
    const before = await tagNamed(opened, 'Water');
    await fireEvent.click(buttonNamed('Rename Culture'));
    const field = screen.getByRole('textbox', { name: 'New name of Culture' });
    await fireEvent.input(field, { target: { value: 'Water' } });
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toBe('There is a tag “Water” already.');
    await fireEvent.click(buttonNamed('Merge the two'));
    await screen.findByText(/^Merged “Culture” into “Water”/);
    expect((await tagNamed(opened, 'Water'))?.articles).toBeGreaterThan(before?.articles ?? 0);
    expect(await tagNamed(opened, 'Culture')).toBeUndefined();
  });

  test('renames in place with the nested tags, and one undo takes all of it back', async () => {
    const opened = await open();
    buttonNamed('Economy').focus();
    await press('F2');
    await fireEvent.input(screen.getByRole('textbox', { name: /New name/ }), {
      target: { value: ' Business ' },
    });
    await press('Enter');
    await screen.findByText('Renamed “Economy” to “Business”.');
    expect(await tagNamed(opened, 'Business/Grain')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(buttonNamed('Business')));
    await fireEvent.click(buttonNamed('Undo'));
    await findButton('Economy');
    expect(await tagNamed(opened, 'Economy/Grain')).toBeDefined();
  });

  test('says on how many articles a tag is before it is deleted, and offers to undo it', async () => {
    const opened = await open();
    const water = await tagNamed(opened, 'Water');
    buttonNamed('Water').focus();
    await press('Delete');
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toContain(`It will be taken off ${String(water?.articles)} articles.`);
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Delete “Water”' }));
    await screen.findByText('Deleted “Water”.');
    expect(await tagNamed(opened, 'Water')).toBeUndefined();
    await fireEvent.click(buttonNamed('Undo'));
    await findButton('Water');
    expect(await tagNamed(opened, 'Water')).toEqual(water);
  });

  test('merges the selected tags into the one that is chosen', async () => {
    const opened = await open();
    buttonNamed('Culture').focus();
    await press('x');
    buttonNamed('Education').focus();
    await press('x');
    expect(screen.getByText('2 tags selected')).toBeDefined();
    await fireEvent.click(buttonNamed('Merge into…'));
    await fireEvent.click(screen.getByRole('radio', { name: /Education/ }));
    await fireEvent.click(buttonNamed('Merge into “Education”'));
    await screen.findByText(/^Merged “Culture” into “Education” on \d+ articles\.$/);
    expect(await tagNamed(opened, 'Culture')).toBeUndefined();
  });

  test('makes a tag, and says so when there is one of that name in another case', async () => {
    const opened = await open();
    await fireEvent.click(buttonNamed('New tag'));
    const field = screen.getByRole('textbox', { name: 'Name of the new tag' });
    await fireEvent.input(field, { target: { value: 'water' } });
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toBe('There is a tag “Water” already.');
    await fireEvent.input(field, { target: { value: 'Elections / Recounts' } });
    await press('Enter');
    await findButton('Recounts');
    expect(await tagNamed(opened, 'Elections/Recounts')).toBeDefined();
  });

  test('gives a tag the colour that is chosen', async () => {
    const opened = await open();
    await fireEvent.click(buttonNamed(/^Colour of Water/));
    await fireEvent.click(await screen.findByRole('radio', { name: 'violet' }));
    await findButton('Colour of Water: violet');
    expect((await tagNamed(opened, 'Water'))?.colour).toBe('violet');
  });

  test('filters without regard to case and accents', async () => {
    await open();
    await fireEvent.input(screen.getByRole('searchbox', { name: 'Filter tags' }), {
      target: { value: 'WÄTER' },
    });
    const list = screen.getByRole('list', { name: 'Tags' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });

  test('opens a search for the articles of a tag', async () => {
    const { shared } = await open();
    await fireEvent.click(buttonNamed('Water'));
    const tags = shared.tags.idsOf(['Water']);
    expect([tags.length, shared.router.view, shared.search.filter.tags]).toEqual([1, 'search', tags]);
  });
});
