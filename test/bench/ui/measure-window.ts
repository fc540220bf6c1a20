import { launchApp, type AppOptions } from '../../support/electron-app.ts';
import type { KeyPress } from './key-recorder.ts';
import { scrollResults, type Scrolling } from './scroll-results.ts';
import { suggestWords } from './suggest-words.ts';
import { typeQueries } from './type-queries.ts';
import { useForAnHour, type WindowMemory } from './use-for-an-hour.ts';
import { workThrough, type Acts } from './work-through.ts';

export type WindowTask = Readonly<{
  launch: AppOptions;
  /** Queries that are typed. */
  texts: readonly string[];
  /** From one key to the next. */
  paceMs: number;
  /** How often each other act is done. */
  rounds: number;
  withHour: boolean;
}>;

export type WindowFigures = Readonly<{
  presses: readonly KeyPress[];
  /** Milliseconds; null for a build without. */
  suggestions: readonly number[] | null;
  acts: Acts;
  scrolling: Scrolling;
  memory: WindowMemory | null;
}>;

const scrolledFrames = 600;

/** Starts an app on a library, does all that is measured in its window, and quits. */
export async function measureWindow(task: WindowTask): Promise<WindowFigures> {
  const { launch, texts, paceMs, rounds, withHour } = task;
  const { app, window, close } = await launchApp(launch);
  try {
    await window.getByRole('listbox', { name: 'Results' }).waitFor();
    const presses = await typeQueries(window, texts, paceMs);
    const acts = await workThrough(window, rounds);
    const scrolling = await scrollResults(window, scrolledFrames);
    const suggestions = await suggestWords(window, texts);
    const memory = withHour ? await useForAnHour(app, window, texts) : null;
    return { presses, suggestions, acts, scrolling, memory };
  } finally {
    await close();
  }
}
