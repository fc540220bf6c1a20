/**
 * The views of the window, in the order of the menu and of the keys Mod+1, Mod+2 and so on. The component of a view is
 * `renderer/views/NAME/NameView.svelte`, its names are the messages `menu.NAME` and `act.view-NAME`.
 */
export const views = ['search', 'tags', 'sources', 'notes', 'settings'] as const;

export type ViewName = (typeof views)[number];

/** The command that turns to a view. */
export type ViewCommand = `view-${ViewName}`;

/** A value for the command of each view, made of its name and its place among them, from 1. */
export function forEachView<Value>(
  make: (name: ViewName, place: number) => Value,
): Readonly<Record<ViewCommand, Value>> {
  const entries = views.map((name, index) => [`view-${name}`, make(name, index + 1)]);
  return Object.fromEntries(entries) as Record<ViewCommand, Value>;
}
