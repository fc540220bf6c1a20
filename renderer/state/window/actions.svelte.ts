import { actionNames, definitionOf, type ActionName } from './action-table.ts';
import { isMac } from './platform.ts';
import { combinationOf } from './key-combination.ts';

/** Carries an action out; `false` leaves it to whoever offered to before. */
type Handler = () => unknown;
type Handlers = Partial<Record<ActionName, Handler>>;

/** What keys and menus can do now, and which key does it. */
export class Actions {
  /** Keys that the person chose. */
  chosen = $state.raw<Readonly<Record<string, string>>>({});
  readonly isMac = isMac;
  #stack: Handlers[] = [];
  #byKey = $derived.by(() => {
    const byKey = new Map<string, ActionName>();
    for (const name of actionNames) {
      for (const keys of this.keysOf(name)) if (!byKey.has(keys)) byKey.set(keys, name);
    }
    return byKey;
  });

  /** Offers to carry actions out, before everyone who offered earlier. Returns the end of the offer. */
  handle(handlers: Handlers): () => void {
    this.#stack.push(handlers);
    return () => {
      this.#stack = this.#stack.filter((other) => other !== handlers);
    };
  }

  /** Whether somebody carried the action out. */
  run(name: ActionName): boolean {
    return this.#stack.toReversed().some((handlers) => {
      const handler = handlers[name];
      return handler !== undefined && handler() !== false;
    });
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
