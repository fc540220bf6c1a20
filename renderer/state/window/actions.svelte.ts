import { actionNames, definitionOf, type ActionName } from './action-table.ts';
import { isMac } from './platform.ts';
import { combinationOf } from './key-combination.ts';

/**
 * From the widest to the narrowest: what is done anywhere, in the view that is in front, in what it shows its results as, to the
 * open article, to what is selected, in whatever text has the focus, and in the one box that has it. The narrowest that offers an action goes first.
 */
const scopes = ['window', 'view', 'results', 'article', 'selection', 'text', 'box'] as const;
export type Scope = (typeof scopes)[number];

/** Carries an action out; `false` leaves it to who offers it in the same scope before, or in a wider one; `browser` to the browser. */
type Handler = () => unknown;
export type Handlers = Partial<Record<ActionName, Handler>>;
type Offer = Readonly<{ rank: number; handlers: Handlers; isOffered: () => boolean }>;

/** What keys and menus can do now, and which key does it. */
export class Actions {
  /** Keys that the person chose. */
  chosen = $state.raw<Readonly<Record<string, string>>>({});
  readonly isMac = isMac;
  #offers: readonly Offer[] = [];
  #byKey = $derived.by(() => {
    const byKey = new Map<string, ActionName>();
    for (const name of actionNames) {
      for (const keys of this.keysOf(name)) if (!byKey.has(keys)) byKey.set(keys, name);
    }
    return byKey;
  });

  /** Offers to carry actions out, as long as `isOffered` says so. Returns the end of the offer. */
  handle(scope: Scope, handlers: Handlers, isOffered = (): boolean => true): () => void {
    const offer = { rank: scopes.indexOf(scope), handlers, isOffered };
    this.#offers = [offer, ...this.#offers].sort((one, other) => other.rank - one.rank);
    return () => {
      this.#offers = this.#offers.filter((other) => other !== offer);
    };
  }

  /** Whether somebody carried the action out. */
  run(name: ActionName): boolean {
    for (const { handlers, isOffered } of this.#offers) {
      const handler = isOffered() ? handlers[name] : undefined;
      if (handler === undefined) continue;
      const done = handler();
      if (done !== false) return done !== 'browser';
    }
    return false;
  }

  keysOf(name: ActionName): readonly string[] {
    const chosen = this.chosen[name];
    return chosen === undefined ? definitionOf(name).keys : [chosen];
  }

  /** Which action a combination belongs to. */
  ownerOf(keys: string): ActionName | undefined {
    return this.#byKey.get(keys);
  }

  /** Gives an action a key of the person's own; null returns to the usual ones. */
  rebind(name: ActionName, keys: string | null): void {
    const { [name]: _previous, ...others } = this.chosen;
    this.chosen = keys === null ? others : { ...others, [name]: keys };
  }

  /** Runs what the pressed key stands for. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return;
    const keys = combinationOf(event, this.isMac);
    const name = keys === null ? undefined : this.#byKey.get(keys);
    if (name === undefined || keys === null) return;
    if (isTyping(event.target) && !(definitionOf(name).whileTyping && isCommand(keys))) return;
    if (this.run(name)) event.preventDefault();
  }
}

function isCommand(keys: string): boolean {
  return keys === 'Escape' || /^(?:(?:Mod|Ctrl|Alt|Meta)\+|F\d+$)/.test(keys);
}

/** Menus, popovers and dialogs have keys of their own. */
function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null;
}

export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
