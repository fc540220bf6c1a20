export type View = 'search' | 'tags' | 'sources';

/** Which view is shown. */
export class Router {
  view = $state<View>('search');
  /** Called when the person turns to another view. */
  onTurn: (view: View) => void = () => undefined;

  go(view: View): void {
    if (view === this.view) return;
    this.view = view;
    this.onTurn(view);
  }
}
