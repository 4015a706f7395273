// The row above the drawing: play, step, speed, mode, the window in words, zoom. In a narrow timeline the style sheet leaves
// icons, and the mode becomes a list to choose from.

import type { PlayMode } from '../view/view';
import { DrawnWords } from '../page/drawn-words';
import { button, element, setAttributes, setText } from '../page/elements';
import { icon } from './icons';
import { SPEEDS, type Speed, speedFor } from './play';
import { notKnownInWords } from './coverage';
import { lengthWords, windowWords } from './time-words';
import type { Track } from './track';

const MODES: readonly { mode: PlayMode; label: string; hint: string }[] = [
  { mode: 'window', label: 'Window', hint: 'A window that slides' },
  { mode: 'cumulative', label: 'Cumulative', hint: 'All since the start of the window' },
  { mode: 'trailing', label: 'Trailing', hint: 'A window that slides; what is older fades' },
];

const NUMBER = new Intl.NumberFormat('en'); // made once: written at every frame
const SPARE = 12; // pixels: two digits more

export class Toolbar {
  #chosenSpeed: Speed | null = null;
  readonly #track: Track;
  readonly #play: HTMLButtonElement;
  readonly #modes: ReadonlyMap<PlayMode, HTMLButtonElement>;
  readonly #mode = choice('timeline-mode-list', 'Mode', MODES.map(({ label }) => label));
  readonly #speed = choice('timeline-speed', 'Speed', SPEEDS.map(({ label }) => label));
  readonly #dates = element('strong', 'timeline-dates');
  readonly #shortDates = element('strong', 'timeline-dates-short');
  readonly #details = element('span', 'timeline-details');
  readonly #words = new DrawnWords([this.#dates, this.#shortDates, this.#details], SPARE);
  readonly #clear: HTMLButtonElement;
  readonly #steps = element('div', 'timeline-pair');
  #shownMode: PlayMode | null = null;

  constructor(element_: HTMLElement, track: Track, toggle: () => void) {
    this.#track = track;
    this.#play = button('timeline-play', 'Play', toggle);
    this.#modes = new Map(MODES.map(({ mode, label, hint }) => [mode, modeButton(label, hint, () => track.view.setMode(mode))]));
    this.#clear = button('timeline-clear', 'All time: clear the window', () => track.clearWindow(), icon('close'), element('span', 'timeline-word', 'All time'));
    this.#mode.addEventListener('change', () => track.view.setMode(MODES[this.#mode.selectedIndex]!.mode));
    this.#speed.addEventListener('change', () => this.#chosenSpeed = SPEEDS[this.#speed.selectedIndex]!);
    this.#steps.append(
      button('timeline-button', 'Previous incident (←)', () => track.step(-1), icon('previous')),
      button('timeline-button', 'Next incident (→)', () => track.step(1), icon('next')));
    element_.append(element('div', 'timeline-toolbar',
      this.#play,
      this.#steps,
      this.#speed,
      modeGroup([...this.#modes.values()]),
      this.#mode,
      element('div', 'timeline-words', ...this.#words.elements),
      this.#clear,
      knownLabel(),
      element('div', 'timeline-zoom',
        button('timeline-button', 'Zoom out', () => track.zoom(2), icon('minus')),
        button('timeline-button', 'Zoom in', () => track.zoom(0.5), icon('plus')),
        button('timeline-button timeline-fit', 'Fit: the whole period, then everything', () => track.fit(), icon('fit'), element('span', 'timeline-word', 'Fit')))));
    this.showPlaying(false);
  }

  /** As chosen; else what suits the time there is. */
  get speed(): Speed {
    return this.#chosenSpeed ?? speedFor(this.#track.bounds ?? { from: 0, to: 0 });
  }

  showPlaying(isPlaying: boolean): void {
    const label = isPlaying ? 'Pause' : 'Play';
    this.#play.title = `${label} (Space)`;
    this.#play.setAttribute('aria-label', label);
    this.#play.replaceChildren(icon(isPlaying ? 'pause' : 'play'));
  }

  /** `isMoving`: the window is another one at every frame. */
  update(isMoving: boolean): void {
    const { window, hasWindow, zone, view } = this.#track;
    const { from, to } = window;
    const undated = view.marks?.undated ?? 0;
    const details = [
      from === null || to === null ? '' : lengthWords(to - from),
      zone.name,
      notKnownInWords(this.#track.picture.collected),
      undated > 0 ? `${NUMBER.format(undated)} undated${hasWindow ? ' left out' : ''}` : '',
    ];
    setText(this.#dates, windowWords(window, zone, 'long'));
    setText(this.#shortDates, windowWords(window, zone, 'short'));
    setText(this.#details, details.filter(detail => detail !== '').join(' · '));
    isMoving ? this.#words.draw() : this.#words.write();
    this.#clear.toggleAttribute('hidden', !hasWindow);
    this.#play.toggleAttribute('disabled', this.#track.bounds === null);
    setAttributes(this.#steps, { 'aria-busy': String(this.#track.isSearching) });
    this.#showMode(view.mode);
    this.#showSpeed();
  }

  #showSpeed(): void {
    const shown = SPEEDS.indexOf(this.speed);
    if (shown !== this.#speed.selectedIndex) {
      this.#speed.selectedIndex = shown;
    }
  }

  /** Every frame asks: only another mode may cost anything. */
  #showMode(shown: PlayMode): void {
    if (shown !== this.#shownMode) {
      this.#shownMode = shown;
      this.#mode.selectedIndex = MODES.findIndex(({ mode }) => mode === shown);
      this.#modes.forEach((control, mode) => control.setAttribute('aria-pressed', String(mode === shown)));
    }
  }
}

function modeButton(label: string, hint: string, clicked: () => void): HTMLButtonElement {
  const made = button('timeline-mode', hint, clicked, label);
  made.removeAttribute('aria-label'); // its text is its name
  return made;
}

/** Opens the second scrubber, which the page brings. */
function knownLabel(): HTMLLabelElement {
  const label = element('label', 'timeline-known', icon('history'), element('span', 'timeline-word', 'As known on'));
  label.htmlFor = 'show-known';
  label.title = 'As known on: what was known on a day (K)';
  return label;
}

function modeGroup(buttons: HTMLElement[]): HTMLElement {
  const group = element('div', 'timeline-modes', ...buttons);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Mode');
  return group;
}

function choice(className: string, label: string, options: readonly string[]): HTMLSelectElement {
  const select = element('select', className, ...options.map(option => element('option', '', option)));
  select.setAttribute('aria-label', label);
  select.title = label;
  return select;
}
