import type { ViewName } from '../../../electron/contract/views.ts';

/** Which view is shown. */
export class Router {
  view = $state<ViewName>('search');
  /** Called when the person turns to another view. */
  onTurn: (view: ViewName) => void = () => undefined;

  go(view: ViewName): void {
    if (view === this.view) return;
    this.view = view;
    this.onTurn(view);
  }
}
