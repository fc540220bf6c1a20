import type { Component } from 'svelte';
import { views, type ViewName } from '../../electron/contract/views.ts';

type ViewComponent = Component<Record<string, never>>;

const found = import.meta.glob<ViewComponent>('./*/*View.svelte', { eager: true, import: 'default' });

const components = new Map(views.map((name) => [name, found[pathOf(name)]]));

/** The component of a view: `NAME/NameView.svelte` beside this file. */
export function viewOf(name: ViewName): ViewComponent {
  const component = components.get(name);
  if (component === undefined) throw new Error(`there is no ${pathOf(name)}`);
  return component;
}

function pathOf(name: ViewName): string {
  return `./${name}/${name.slice(0, 1).toUpperCase()}${name.slice(1)}View.svelte`;
}
