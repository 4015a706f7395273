// Runs in every measured page before anything of its own, ours and others' alike: notes what a frame costs and when something
// was drawn last.

(() => {
  const pixel = document.createElement('div');
  pixel.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;pointer-events:none;z-index:2147483647';
  addEventListener('DOMContentLoaded', () => document.documentElement.append(pixel));

  // Without a change on the screen the next frame comes only with the clock; one pixel makes it come as soon as this one is done.
  let isOn = false;
  const touch = () => {
    isOn = !isOn;
    pixel.style.background = isOn ? '#808080' : '#818181';
  };

  const channel = new MessageChannel();
  let waiting = [];
  channel.port1.onmessage = () => {
    const now = performance.now();
    const told = waiting;
    waiting = [];
    told.forEach(tell => tell(now));
  };
  /** Tells the time at which the frame that comes next is laid out, painted and handed over. */
  const afterFrame = tell => requestAnimationFrame(() => {
    waiting.push(tell);
    channel.port2.postMessage(null);
  });

  let isDrawing = false;
  let draws = 0;
  const probe = window.benchmark = {
    /** When the last frame in which the picture was drawn was done, and when each of the first ones was. */
    drawnAt: 0,
    drawn: [],
    /** When the circuit lived; null: not yet. */
    aliveAt: null,
    /** When the last press, release, turn of a wheel or click was made. */
    inputAt: 0,
    /** Work of the measured page that outlives its frame, as a promise. */
    pending: null,
    step: null,

    /** Something was drawn: of the picture, or only of what follows the pointer. */
    drew(isPicture = true) {
      draws++;
      if (isPicture && !isDrawing) {
        isDrawing = true;
        afterFrame(now => {
          isDrawing = false;
          probe.drawnAt = now;
          if (probe.drawn.length < 1000) {
            probe.drawn.push(now);
          }
        });
      }
    },

    /**
     * Measures the next move of the pointer: `step` is then a promise of milliseconds until the first frame could begin that had
     * nothing more to draw. Some draw in the frame that follows, so that one frame without drawing must have passed.
     */
    arm() {
      probe.step = new Promise(done => addEventListener('pointermove', () => {
        const began = performance.now();
        let [frames, before, ended] = [0, draws, 0];
        const frame = async () => {
          await probe.pending;
          const now = performance.now();
          const hasDrawn = draws > before;
          before = draws;
          if (frames === 1 || hasDrawn) {
            ended = now;
          }
          if (frames++ < 2 || hasDrawn) {
            touch();
            requestAnimationFrame(frame);
          } else {
            done(ended - began);
          }
        };
        requestAnimationFrame(frame);
      }, { capture: true, once: true }));
    },

    /**
     * Moves the pressed pointer from a place to another, a step in each frame, as a hand does that does not stop: milliseconds from each frame
     * to the next, and what `count` told in each. Ends after `budget` milliseconds at most.
     */
    async drag({ from, to, steps, budget }, count) {
      const target = document.elementFromPoint(from.x, from.y);
      const [frames, counts] = [[], []];
      const nextFrame = () => new Promise(requestAnimationFrame);
      await nextFrame();
      const start = performance.now();
      for (let step = 1, last = start; step <= steps && last - start < budget; step++) {
        const share = step / steps;
        const [clientX, clientY] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
        target.dispatchEvent(new PointerEvent('pointermove', {
          bubbles: true, cancelable: true, composed: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 1, clientX, clientY,
        }));
        touch();
        await nextFrame();
        await probe.pending;
        const now = performance.now();
        frames.push(now - last);
        counts.push(count());
        last = now;
      }
      return { frames, counts };
    },
  };

  const life = new MutationObserver(() => {
    if (document.querySelector('[data-circuit=alive]') !== null) {
      probe.aliveAt = performance.now();
      life.disconnect();
    }
  });
  life.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-circuit'] });

  for (const type of ['pointerdown', 'pointerup', 'click', 'wheel']) {
    addEventListener(type, event => {
      probe.inputAt = event.timeStamp; // a click follows its release, and what that led to
      touch();
      afterFrame(now => { probe.drawnAt = Math.max(probe.drawnAt, now); });
    }, { capture: true, passive: true });
  }

  const isPicture = canvas => !canvas.classList.contains('map-canvas-highlight');
  const watch = (owner, name, canvasOf) => {
    const own = owner[name];
    owner[name] = function (...parameters) {
      probe.drew(isPicture(canvasOf(this)));
      return own.apply(this, parameters);
    };
  };
  watch(CanvasRenderingContext2D.prototype, 'clearRect', context => context.canvas);
  watch(CanvasRenderingContext2D.prototype, 'putImageData', context => context.canvas);
  watch(ImageBitmapRenderingContext.prototype, 'transferFromImageBitmap', context => context.canvas);
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
  Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
    ...width,
    set(value) {
      if (this.isConnected) {
        probe.drew(isPicture(this));
      }
      width.set.call(this, value);
    },
  });
})();
