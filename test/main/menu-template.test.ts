import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import type { MenuCommand } from '../../electron/contract/shell-api.ts';
import { forEachView } from '../../electron/contract/views.ts';
import { menuTemplate } from '../../electron/main/menu/menu-template.ts';
import { setLanguage } from '../../electron/words/say.ts';
import { definitionOf } from '../../renderer/state/window/action-table.ts';

type Item = MenuItemConstructorOptions;

function items(platform: NodeJS.Platform, developing = false, acts: unknown[] = []): readonly Item[] {
  const template = menuTemplate(
    { platform, developing, recentLibraries: ['/srv/press'], language: null },
    {
      send: (command) => acts.push(command),
      chooseLibrary: () => acts.push('choose library'),
      openLibrary: (libraryDir) => acts.push(libraryDir),
      speak: (language) => acts.push(language),
    },
  );
  return template.flatMap(flat);
}

function flat(item: Item): Item[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flat) : [])];
}

const click = (item: Item | undefined) => item?.click?.({} as never, undefined, {});

const everyCommand: Readonly<Record<MenuCommand, true>> = {
  'add-folder': true,
  'add-files': true,
  rescan: true,
  find: true,
  'build-query': true,
  'compare-trends': true,
  'query-list': true,
  'copy-record': true,
  'find-in-article': true,
  undo: true,
  redo: true,
  'select-all': true,
  'tag-selection': true,
  'toggle-read': true,
  'toggle-queued': true,
  'toggle-excluded': true,
  'correct-fields': true,
  'remove-articles': true,
  ...forEachView((): true => true),
  'theme-system': true,
  'theme-light': true,
  'theme-dark': true,
  'theme-sepia': true,
  'theme-contrast': true,
  'font-larger': true,
  'font-smaller': true,
  'font-reset': true,
  'toggle-furniture': true,
  'toggle-original': true,
  'save-search': true,
  'export-results': true,
  'pack-library': true,
  'open-packed': true,
  shortcuts: true,
  about: true,
  back: true,
  forward: true,
};

const platforms: NodeJS.Platform[] = ['linux', 'darwin', 'win32'];

afterEach(() => setLanguage('en'));

describe('the menu', () => {
  it.each(platforms)('has no word that is in no catalogue (%s)', (platform) => {
    setLanguage('en-XA');
    const own = ['English', 'العربية', '/srv/press'];
    const labels = items(platform).flatMap(({ label }) => label ?? []);
    expect(labels.filter((label) => !own.includes(label) && !/^&?⟦.*⟧$/u.test(label))).toEqual([]);
  });

  it('is in the language that was chosen', () => {
    setLanguage('ar');
    expect(items('darwin').find(({ role, label }) => role === undefined && label !== undefined)?.label).toBe(
      'ملف',
    );
  });

  it('offers each language by its own name, and the system’s', () => {
    const acts: unknown[] = [];
    for (const item of items('linux', false, acts).filter(({ type }) => type === 'radio')) click(item);
    expect(acts).toEqual([null, 'en', 'ar']);
  });

  it.each(platforms)('sends every command of the window (%s)', (platform) => {
    const acts: unknown[] = [];
    for (const item of items(platform, false, acts)) click(item);
    expect(acts.filter((act) => Object.hasOwn(everyCommand, String(act))).sort()).toEqual(
      Object.keys(everyCommand).sort(),
    );
  });

  it.each(platforms)('gives no key to two items (%s)', (platform) => {
    const keys = items(platform).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(platforms)('shows keys that do the same in the window (%s)', (platform) => {
    const meant: unknown[] = [];
    for (const item of items(platform, false, meant)) {
      const command = meant.length;
      click(item);
      if (item.accelerator === undefined || meant.length === command) continue;
      const keys = item.accelerator
        .replace(/^(?:CmdOrCtrl|Cmd|Ctrl)\+/u, 'Mod+')
        .replace('Plus', '+')
        .replace(/(?=Left|Right)/u, 'Arrow');
      expect([item.label, definitionOf(meant.at(-1) as MenuCommand).keys]).toEqual([
        item.label,
        expect.arrayContaining([keys]),
      ]);
    }
  });

  it('takes no key that a person types text with', () => {
    for (const { accelerator } of platforms.flatMap((platform) => items(platform))) {
      if (accelerator !== undefined) expect(accelerator).toMatch(/^(CmdOrCtrl|Cmd|Ctrl|Alt)\+|^F\d+$/u);
    }
  });

  it('begins with the menu of the app on a Mac only', () => {
    expect(platforms.map((platform) => items(platform)[0]?.role)).toEqual([undefined, 'appMenu', undefined]);
  });

  it('quits from File, but on a Mac closes the window there', () => {
    const roles = platforms.map((platform) => items(platform).flatMap(({ role }) => role ?? []));
    expect(roles.map((list) => [list.includes('quit'), list.includes('close')])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  it('offers the developer tools to developers only', () => {
    const offers = (developing: boolean) =>
      items('linux', developing).some(({ role }) => role === 'toggleDevTools');
    expect([offers(true), offers(false)]).toEqual([true, false]);
  });

  it('opens a library of late', () => {
    const acts: unknown[] = [];
    click(items('linux', false, acts).find(({ label }) => label === '/srv/press'));
    expect(acts).toEqual(['/srv/press']);
  });
});
