/** Up and down, Home and End move the focus among the elements of a list that are marked `data-stop`. */
export function moveByArrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { target } = event;
  if (event.defaultPrevented || target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const row = event.target instanceof Element ? event.target.closest('li') : null;
  const at = stops.findIndex((stop) => stop === event.target || row?.contains(stop) === true);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  const stop = next === undefined ? undefined : stops[next];
  if (stop === undefined) return;
  event.preventDefault();
  stop.focus();
}
