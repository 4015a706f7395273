// The timeline: histogram, single incidents and a window over them, kept in step with the view that the map shares.

import { countInWords } from '../view/signs';
import type { Change, Phase, View } from '../view/view';
import { isWindowMoving } from '../view/window';
import { MINUTE } from './calendar';
import { Canvas } from './canvas';
import { Chooser } from './chooser';
import { collectedInWords } from './coverage';
import { EdgeNotes } from './edge-notes';
import { element, setText } from '../page/elements';
import { stands } from '../page/first-picture';
import { NextFrame } from '../page/next-frame';
import { prefersLessMotion } from './glide';
import { Pane } from './pane';
import { Player } from './play';
import { Pointing } from './pointing';
import type { Counted } from './picture';
import { padded } from './scale';
import type { Spot } from './spot';
import { StateNote } from './state-note';
import { windowWords } from './time-words';
import { Tip } from './tip';
import { Toolbar } from './toolbar';
import { Track } from './track';
import { listenToWheel } from './wheel';
import { WindowKeys } from './window-keys';

export interface Timeline {
  /** Call when the element's size has changed. */
  resize(): void;
  /** Selects the previous or next incident. */
  step(direction: -1 | 1): void;
  moveWindow(direction: -1 | 1): void;
  /** 1 grows, -1 shrinks. */
  growWindow(direction: -1 | 1): void;
  /** Plays or pauses. */
  toggle(): void;
  fit(): void;
  dispose(): void;
}

export function createTimeline(root: HTMLElement, view: View): Timeline {
  return new LiveTimeline(root, view);
}

class LiveTimeline implements Timeline {
  readonly #view: View;
  readonly #root: HTMLElement;
  readonly #track: Track;
  readonly #keys: WindowKeys;
  readonly #canvas: Canvas;
  readonly #toolbar: Toolbar;
  readonly #pane: Pane;
  readonly #notes: EdgeNotes;
  readonly #state: StateNote;
  readonly #tip: Tip;
  readonly #chooser: Chooser;
  readonly #pointing: Pointing;
  readonly #player: Player;
  readonly #live = element('div', 'timeline-live');
  readonly #coverage = element('div', 'timeline-live');
  readonly #stops: (() => void)[];
  readonly #drawing = new NextFrame(() => this.#draw());
  #isMoving = false;

  constructor(root: HTMLElement, view: View) {
    this.#root = element('div', 'timeline');
    this.#root.setAttribute('role', 'group');
    this.#root.setAttribute('aria-label', 'Timeline');
    this.#view = view;
    const stage = element('div', 'timeline-stage');
    this.#live.setAttribute('aria-live', 'polite');
    this.#track = new Track(view, () => this.#invalidate());
    this.#keys = new WindowKeys(this.#track);
    this.#toolbar = new Toolbar(this.#root, this.#track, () => this.toggle());
    this.#canvas = new Canvas(stage, this.#track);
    this.#pane = new Pane(stage, this.#track, this.#keys, () => this.toggle());
    this.#notes = new EdgeNotes(stage, this.#track);
    this.#state = new StateNote(stage, view);
    this.#coverage.id = 'timeline-coverage';
    this.#root.setAttribute('aria-describedby', this.#coverage.id);
    this.#root.append(stage, this.#live, this.#coverage);
    this.#tip = new Tip(this.#root, view, this.#canvas.ink);
    this.#chooser = new Chooser(this.#root, view, this.#canvas.ink);
    root.append(this.#root);
    this.#player = new Player(
      { request: callback => requestAnimationFrame(callback), cancel: handle => cancelAnimationFrame(handle) },
      () => this.#track.bounds === null ? null
        : { mode: view.mode, perSecond: this.#toolbar.speed.perSecond, isStepwise: prefersLessMotion(), bounds: this.#track.bounds },
      (window, isOver) => {
        this.#track.follow(window);
        this.#track.setWindow(window, isOver ? 'settled' : 'moving');
        this.#toolbar.showPlaying(this.#player.isPlaying);
      });
    this.#pointing = new Pointing(stage, this.#track, {
      began: () => { this.#pause(); this.#hover(null, 0, 0); },
      hovered: (spot, x, y) => this.#hover(spot, x, y),
      clicked: (spot, x, y) => this.#click(spot, x, y),
      dragged: grip => { this.#pane.hold(grip); this.#invalidate(); },
    });
    for (const type of ['focusin', 'focusout'] as const) {
      stage.addEventListener(type, () => this.#invalidate());
    }
    this.#stops = [listenToWheel(stage, this.#track, () => this.#hover(null, 0, 0)), view.listen((change, phase) => this.#changed(change, phase))];
    this.resize();
    this.#tellCoverage();
  }

  resize(): void {
    const { width, height } = this.#canvas.resize();
    this.#track.resize(width, height);
    this.#draw(); // at once: a resized canvas is blank
  }

  step(direction: -1 | 1): void {
    this.#pause();
    this.#track.step(direction);
  }

  moveWindow(direction: -1 | 1): void {
    this.#pause();
    this.#keys.move(direction);
  }

  growWindow(direction: -1 | 1): void {
    this.#pause();
    this.#keys.grow(direction);
  }

  toggle(): void {
    if (this.#player.isPlaying) {
      this.#pause();
    } else {
      this.#player.start(this.#track.playedWindow);
      this.#toolbar.showPlaying(this.#player.isPlaying);
    }
  }

  fit(): void {
    this.#track.fit();
  }

  dispose(): void {
    this.#player.stop();
    this.#stops.forEach(stop => stop());
    this.#pointing.dispose();
    this.#keys.dispose();
    this.#track.dispose();
    this.#drawing.cancel();
    this.#root.remove();
  }

  #pause(): void {
    if (this.#player.isPlaying) {
      this.#player.stop();
      this.#toolbar.showPlaying(false);
      this.#track.setWindow(this.#track.window, 'settled');
    }
  }

  #changed(change: Change, phase: Phase): void {
    this.#isMoving = isWindowMoving(change, phase, this.#isMoving);
    switch (change) {
      case 'marks':
      case 'colour':
        this.#track.loaded();
        this.#tellCoverage();
        break;
      case 'density':
        this.#track.refined();
        return;
      case 'viewport':
        return; // nothing of it is seen here
      case 'hover':
        if (this.#track.picture.marks.indexOf(this.#view.hovered) === this.#canvas.hoveredMark) {
          return;
        }
        break;
      case 'clock':
        this.#track.redraw();
        this.#tellCoverage();
        break;
      case 'theme':
        this.#canvas.forgetColours();
        break;
      case 'window':
        if (phase === 'adopted') {
          this.#player.stop();
          this.#toolbar.showPlaying(false);
          this.#track.revealWindow();
        } else if (this.#view.isLed) {
          this.#player.stop();
          this.#toolbar.showPlaying(false);
          this.#track.follow(this.#track.window);
        }
        break;
    }
    if (phase !== 'moving' && (change === 'window' || change === 'marks')) {
      this.#announce(phase === 'settled' && change === 'window');
    }
    this.#invalidate();
  }

  #tellCoverage(): void {
    setText(this.#coverage, collectedInWords(this.#track.picture.collected, slug => this.#view.titleOf(slug), this.#track.zone));
  }

  /** A window that was moved is told with its count; what was told of another view is no longer true. */
  #announce(isMoved: boolean): void {
    const { incidents, leads } = this.#view.count();
    setText(this.#live, isMoved ? `${countInWords(incidents, leads)}, ${windowWords(this.#track.window, this.#track.zone, 'spoken')}` : '');
  }

  #hover(spot: Spot | null, x: number, y: number): void {
    const bin = spot?.on === 'bar' ? spot.bin : -1;
    if (bin !== this.#canvas.hoveredBin) {
      this.#canvas.hoveredBin = bin;
      this.#invalidate();
    }
    const { picture, zone } = this.#track;
    this.#view.hover(spot?.on === 'mark' ? picture.marks.marks[spot.index]!.slug : null);
    if (spot === null) {
      this.#tip.hide();
    } else {
      this.#tip.show(picture, spot, x, y, zone);
    }
  }

  /** A mark is selected, a counted one opens, a bar becomes the window. */
  #click(spot: Spot, x: number, y: number): void {
    const { bins, marks } = this.#track.picture;
    if (spot.on === 'mark') {
      this.#view.select(marks.marks[spot.index]!.slug);
    } else if (spot.on === 'counted') {
      this.#open(spot.counted, x, y);
    } else if (spot.on === 'bar') {
      this.#track.setWindow({ from: bins.edges[spot.bin]!, to: bins.edges[spot.bin + 1]! }, 'settled');
    }
  }

  #open(counted: Counted, x: number, y: number): void {
    const { picture } = this.#track;
    const { marks } = picture;
    const indices = picture.membersOf(counted);
    const range = { from: marks.glyph[indices[0]!]!, to: marks.glyph[indices[indices.length - 1]!]! };
    this.#tip.hide();
    this.#chooser.open(indices.map(i => marks.marks[i]!), x, y,
      mark => this.#view.select(mark.slug),
      range.to - range.from >= MINUTE ? () => this.#track.glideTo(padded(range, 0.3)) : null);
  }

  #invalidate(): void {
    this.#drawing.ask();
  }

  #draw(): void {
    this.#toolbar.update(this.#isMoving);
    this.#state.update();
    if (this.#track.isPlaced && this.#track.scale.width > 1) {
      this.#canvas.draw(this.#pane.isHeld);
      this.#pane.update(this.#isMoving);
      this.#notes.update();
      if (this.#view.marks !== null) {
        stands('timeline');
      }
    }
  }
}
