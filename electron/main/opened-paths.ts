/** Paths that the app was given from outside, kept until there is a window to tell. */
export class OpenedPaths {
  #paths: string[] = [];
  #listener: ((paths: readonly string[]) => void) | null = null;

  add(paths: readonly string[]): void {
    this.#paths.push(...paths);
    this.#pass();
  }

  /** From now on `listener` is told, also of what came before. */
  passTo(listener: (paths: readonly string[]) => void): void {
    this.#listener = listener;
    this.#pass();
  }

  #pass(): void {
    if (this.#listener === null || this.#paths.length === 0) return;
    this.#listener(this.#paths.splice(0));
  }
}
