import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import ShortcutsSheet from '../../../renderer/components/shortcuts/ShortcutsSheet.svelte';
import { actionNames, labelOf } from '../../../renderer/state/window/action-table.ts';
import { type OpenWindow, buttonNamed, openWindow, press } from '../dev/open-window.ts';

function open(): OpenWindow & { closed: () => void } {
  const closed = vi.fn();
  return { ...openWindow(ShortcutsSheet, { onclose: closed }), closed };
}

async function record(label: string, key: string, modifiers: KeyboardEventInit = {}) {
  const button = buttonNamed(new RegExp(`^Change the key of ${label},`));
  button.focus();
  await fireEvent.click(button);
  await press(key, modifiers);
}

describe('ShortcutsSheet', () => {
  test('shows every action with its keys', () => {
    open();
    const lines = screen.getAllByRole('button', { name: /^Change the key of / });
    expect(lines).toHaveLength(actionNames.length);
    const said = lines.map((line) => line.getAttribute('aria-label'));
    for (const name of actionNames) {
      expect(said.some((line) => line?.includes(`of ${labelOf(name)}, now`))).toBe(true);
    }
  });

  test('gives an action the keys that are pressed, keeps them, and takes them back', async () => {
    const { shared } = open();
    await record('Star', 'q', { ctrlKey: true });
    expect([shared.actions.keysOf('star'), shared.memory.current.keys]).toEqual([
      ['Mod+Q'],
      { star: 'Mod+Q' },
    ]);
    await fireEvent.click(buttonNamed('Reset the key of Star'));
    expect([shared.actions.keysOf('star'), shared.memory.current.keys]).toEqual([['s'], {}]);
  });

  test('says what a key already does and leaves it there', async () => {
    const { shared } = open();
    await record('Star', 't');
    expect(screen.getByRole('alert').textContent).toContain('This already does “Tag”.');
    expect([shared.actions.ownerOf('t'), shared.actions.keysOf('star')]).toEqual(['tag-selection', ['s']]);
  });

  test('leaves the recording with Escape and stays open', async () => {
    const { closed, shared } = open();
    await record('Star', 'Escape');
    expect(screen.queryByText('Press keys')).toBeNull();
    expect(closed).not.toHaveBeenCalled();
    expect(shared.actions.keysOf('star')).toEqual(['s']);
  });

  test('does not reset an action to a key that another one has been given', async () => {
    const { shared } = open();
    await record('Star', 'y');
    await record('Add a note', 's');
    await fireEvent.click(buttonNamed('Reset the key of Star'));
    expect(screen.getByRole('alert').textContent).toContain('Another action has its usual key now.');
    expect(shared.actions.ownerOf('s')).toBe('add-note');
  });
});
