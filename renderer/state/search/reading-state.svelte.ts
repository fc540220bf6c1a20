import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import type { OriginalText } from '../../../electron/contract/originals.ts';
import type { CorrectableField } from '../../../electron/contract/corrections.ts';
import { toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { ArticleId, ResultSetId } from '../../../electron/contract/ids.ts';
import type { TextAnchor } from '../../../electron/contract/read-states.ts';
import type { OpenPlace } from '../../../electron/contract/shell-api.ts';
import { archive } from '../../archive.ts';
import { ArticleLoader } from './article-loader.ts';
import {
  findForms,
  findInArticle,
  findInText,
  markedForms,
  offsetsOf,
} from '../../text/hits/marked-forms.ts';

/** Where the person was in the reading text or in the original. */
type Place = Readonly<{ anchor: TextAnchor | null; currentHit: number }>;

/** What is brought into sight: the first hit or else the head, the current hit, or where the person was before. */
type Jump = 'first' | 'hit' | 'place';

/** The open article and where the person is in it. */
export class ReadingState {
  /** The open article; the one before stays here until the next is there. */
  view = $state.raw<ArticleView | null>(null);
  original = $state.raw<OriginalText | null>(null);
  failure = $state.raw<Failure | null>(null);
  isFurnitureShown = $state(false);
  isOriginalShown = $state(false);
  /** Of originals that are web pages: their text is shown in place of the page. */
  isPageAsText = $state(false);
  isFinding = $state(false);
  /** The open article is not the one that has the focus in the results. */
  isAside = $state(false);
  wanted = $state('');
  isAddingNote = $state(false);
  /** The field of the heading at which the person corrects it; null while nobody does. */
  corrected = $state.raw<CorrectableField | null>(null);
  /** Number of the hit that the person is at, counted through the article; -1 before the first. */
  currentHit = $state(-1);
  /** Counts the moments at which something is to be brought into sight. */
  jumps = $state(0);
  /** The place at the upper edge of the text, as it was seen last; null at its head. */
  anchor: TextAnchor | null = null;
  /** The headline is above what is in sight. */
  isHeadlineOff = $state(false);
  /** Called when another article is open, or another place of it. */
  onMove: () => void = () => undefined;

  readonly isSearchingWithin = $derived(this.isFinding && this.wanted.trim() !== '');
  /** Marks of "find in article" while that is used, else those of the query. */
  readonly marks = $derived.by(() => {
    if (this.view === null) return null;
    return this.isSearchingWithin ? findInArticle(this.view.fields, this.wanted) : this.view.marks;
  });
  /** The page itself is shown, in which nothing can be marked. */
  readonly isPageShown = $derived(
    this.isOriginalShown && this.original?.isPage === true && !this.isPageAsText,
  );
  readonly originalMarks = $derived.by(() => {
    if (this.isPageShown) return [];
    const text = this.original?.text ?? '';
    if (this.isSearchingWithin) return findInText(text, this.wanted);
    // The engine marks fields, not files: in the file the same words are marked where they stand again.
    return this.view === null ? [] : findForms(text, markedForms(this.view.fields, this.view.marks));
  });
  readonly offsets = $derived(this.marks === null ? null : offsetsOf(this.marks));
  readonly hits = $derived.by(() => {
    if (this.isOriginalShown) return this.originalMarks.length;
    const { furniture = [], total = 0 } = this.offsets ?? {};
    // Hits in folded furniture are out of sight: they are counted once it is unfolded.
    return this.isFurnitureShown ? total : (furniture[0] ?? total);
  });
  readonly #loader = new ArticleLoader();
  /** What the results led to last. */
  #followed: Readonly<{ id: ArticleId; resultSet: ResultSetId | null }> | null = null;
  /** What is on its way may have been read before something changed. */
  #isStale = false;
  #jump: Jump | null = null;
  /** In the text that is not shown now: the original, or what was read out of it. */
  #otherPlace: Place | null = null;
  /** Where the person was when the window was closed. */
  #resumed: OpenPlace | null = null;

  /** Opens an article at its first hit; one that is open already may be left where the person is in it. */
  async open(id: ArticleId, resultSet: ResultSetId | null, staysInPlace = false): Promise<void> {
    const { id: before, resultSet: of } = this.#followed ?? {};
    // The results lead nowhere else when they are shown again, or when more of their rows are known.
    if (before === id && of === resultSet && this.failure === null) return;
    this.#followed = { id, resultSet };
    this.isAside = false;
    this.#loader.resultSet = resultSet;
    await this.#show(id, staysInPlace);
  }

  /** The article of `place` opens there when it is next opened, unless another one is before. */
  resumeAt(place: OpenPlace): void {
    this.#resumed = place;
  }

  /** Opens an article that the open one leads to; the results keep their focus. */
  async openAside(id: ArticleId): Promise<void> {
    await this.#show(id, false);
    this.isAside = this.view?.id === id;
  }

  async #show(id: ArticleId, staysInPlace: boolean): Promise<void> {
    const view = await this.#load(id);
    if (view === null) return;
    if (this.#isStale) void this.#readAgain();
    const isOther = this.view?.id !== view.id;
    const isReread = !isOther && this.view?.encoding !== view.encoding;
    const resumed = this.#resumed?.article === id ? this.#resumed : null;
    this.#resumed = null;
    this.view = view;
    if (isReread) {
      // A person chose another encoding: the letters are others.
      this.original = null;
      if (this.isOriginalShown) await this.#tryOriginal();
    }
    if (!isOther && staysInPlace) return this.onMove();
    if (isOther) {
      this.original = null;
      this.anchor = null;
      this.#otherPlace = null;
      this.isFurnitureShown = false;
      this.isFinding = false;
      this.isAddingNote = false;
      this.corrected = null;
      if (resumed !== null) this.isOriginalShown = resumed.isOriginal;
      if (this.isOriginalShown) await this.#tryOriginal();
    }
    if (this.view !== view) return;
    this.#jumpToFirst();
    const place =
      resumed?.anchor ?? (isOther && !this.isOriginalShown && this.hits === 0 ? view.place : null);
    if (place !== null) this.#return({ anchor: place, currentHit: -1 });
    this.onMove();
  }

  /** Reads the open article again, as after tagging; the person stays where they are. */
  async reload(): Promise<void> {
    if (this.view === null) return;
    // An article that is on its way must come, whatever happens to the one before.
    if (this.#loader.isRunning) {
      this.#isStale = true;
      return;
    }
    const view = await this.#load(this.view.id);
    if (view !== null) this.view = view;
  }

  async #readAgain(): Promise<void> {
    this.#isStale = false;
    await Promise.resolve();
    await this.reload();
  }

  /** Reads the article and its original again, as after its encoding was chosen. */
  async reloadOriginal(): Promise<void> {
    await this.reload();
    this.original = null;
    await this.#loadOriginal();
  }

  close(): void {
    this.#loader.stop();
    this.#followed = null;
    this.view = null;
    this.original = null;
    this.failure = null;
    this.onMove();
  }

  /** The text was moved under the eyes of the person. */
  moveTo(anchor: TextAnchor | null): void {
    const { block, share } = this.anchor ?? {};
    if (block === anchor?.block && share === anchor?.share) return;
    this.anchor = anchor;
    this.onMove();
  }

  /** What is to be brought into sight, once; where nothing new is, the place that was in sight before. */
  takeJump(): Jump {
    const jump = this.#jump ?? 'place';
    this.#jump = null;
    return jump;
  }

  /** To the next hit, or the one before; around the ends. */
  step(by: -1 | 1): void {
    if (this.hits === 0) return;
    const from = this.currentHit === -1 && by === -1 ? 0 : this.currentHit;
    this.goToHit((from + by + this.hits) % this.hits);
  }

  goToHit(hit: number): void {
    this.currentHit = hit;
    this.#jumpTo('hit');
  }

  find(wanted: string): void {
    this.wanted = wanted;
    this.#findFirst();
  }

  startFinding(): void {
    if (this.isPageShown) this.isPageAsText = true;
    this.isFinding = true;
    this.#findFirst();
  }

  stopFinding(): void {
    this.isFinding = false;
    this.currentHit = -1;
  }

  /** Of an original that is a web page. */
  showPageAs(kind: 'page' | 'text'): void {
    this.isPageAsText = kind === 'text';
    if (kind === 'page') this.isFinding = false;
    this.#jumpToFirst();
  }

  toggleFurniture(): void {
    this.isFurnitureShown = !this.isFurnitureShown;
    this.currentHit = Math.min(this.currentHit, this.hits - 1);
  }

  /** Each of the two texts keeps its place while the other is read. Fails when the original can't be read. */
  async toggleOriginal(): Promise<void> {
    const id = this.view?.id;
    if (!this.isOriginalShown) await this.#loadOriginal();
    if (this.view?.id !== id) return;
    const { anchor, currentHit } = this;
    const place = this.#otherPlace;
    this.#otherPlace = { anchor, currentHit };
    this.isOriginalShown = !this.isOriginalShown;
    if (place === null) this.#jumpToFirst();
    else this.#return(place);
    this.onMove();
  }

  #jumpToFirst(): void {
    this.currentHit = this.hits > 0 ? 0 : -1;
    this.#jumpTo('first');
  }

  #findFirst(): void {
    this.#jumpToFirst();
    // What is found nowhere leads nowhere.
    this.#jump = 'hit';
  }

  #return({ anchor, currentHit }: Place): void {
    this.anchor = anchor;
    this.currentHit = Math.min(currentHit, this.hits - 1);
    this.#jumpTo('place');
  }

  #jumpTo(jump: Jump): void {
    this.#jump = jump;
    this.jumps++;
  }

  async #load(id: ArticleId): Promise<ArticleView | null> {
    const read = await this.#loader.load(id);
    if (read === null) return null;
    if ('view' in read) {
      this.failure = null;
      return read.view;
    }
    this.failure = read.failure;
    // While the engine is gone the last article stays; but one that can't be read is not passed off as another.
    if (read.failure.code !== 'engine-gone' && this.view?.id !== id) this.view = null;
    return null;
  }

  async #loadOriginal(): Promise<void> {
    const { view } = this;
    if (view === null || this.original !== null) return;
    const original = await archive.original({ id: view.id });
    if (this.view?.id === view.id) this.original = original;
  }

  /** Opens the next article as the one before was read, or else as it was read out of its file. */
  async #tryOriginal(): Promise<void> {
    const { view } = this;
    try {
      await this.#loadOriginal();
    } catch (thrown) {
      if (this.view !== view) return;
      this.failure = toFailure(thrown);
      this.isOriginalShown = false;
    }
  }
}
