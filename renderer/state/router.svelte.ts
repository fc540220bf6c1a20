export type View = 'search' | 'tags' | 'sources';

/** Which view is shown. */
export class Router {
  view = $state<View>('search');

  go(view: View): void {
    this.view = view;
  }
}
