// Panning and zooming: which part of a scene its picture shows.

const CLOSEST = 4; // screen pixels for one of the scene
const STEP = 1.3;
const LEGIBLE = 0.6; // the least scale at which what is chosen is shown
const MARGIN = 48; // and so many pixels from the edge at least

class View {
  // `changed` is called with the new scale.
  constructor(svg, changed) {
    const { width, height } = svg.viewBox.baseVal;
    Object.assign(this, { svg, width, height, changed });
    this.fit();
    new ResizeObserver(() => (this.touched ? this.apply() : this.fit())).observe(svg);
    listenToWheel(this);
    listenToPointers(this);
  }

  // All of it.
  fit() {
    this.touched = false;
    this.center = { x: this.width / 2, y: this.height / 2 };
    this.scale = this.fitting();
    this.apply();
  }

  // The scale at which all of it is seen. It is not blown up beyond its size
  // by much: a small map in a large window looks better with air around it.
  fitting() {
    const { clientWidth, clientHeight } = this.svg;
    return Math.min(clientWidth / this.width, clientHeight / this.height, 1.6) || 1;
  }

  apply() {
    const { clientWidth, clientHeight } = this.svg;
    if (!clientWidth || !clientHeight) return;
    this.center.x = clamp(this.center.x, 0, this.width);
    this.center.y = clamp(this.center.y, 0, this.height);
    const [width, height] = [clientWidth / this.scale, clientHeight / this.scale];
    const box = [this.center.x - width / 2, this.center.y - height / 2, width, height];
    this.svg.setAttribute('viewBox', box.map((number) => number.toFixed(3)).join(' '));
    this.changed(this.scale);
  }

  // The box of the whole scene, until the next change.
  whole() {
    this.svg.setAttribute('viewBox', `0 0 ${this.width} ${this.height}`);
    this.changed(1);
  }

  // Moves the picture by so many pixels of the screen.
  pan(x, y) {
    this.stop();
    this.touched = true;
    this.center.x -= x / this.scale;
    this.center.y -= y / this.scale;
    this.apply();
  }

  // Zooms; what is at this place of the screen stays where it is.
  zoom(factor, at) {
    this.stop();
    this.touched = true;
    const area = this.svg.getBoundingClientRect();
    const x = at ? at.x - area.x - area.width / 2 : 0;
    const y = at ? at.y - area.y - area.height / 2 : 0;
    const scale = clamp(this.scale * factor, Math.min(this.fitting() * 0.7, 0.5), CLOSEST);
    this.center.x += x / this.scale - x / scale;
    this.center.y += y / this.scale - y / scale;
    this.scale = scale;
    this.apply();
  }

  // Brings a box of the scene into sight, large enough to read, and moves the
  // picture no farther than that takes: the reader knows where things are.
  show([x, y, width, height]) {
    const scale = Math.max(this.scale, LEGIBLE);
    const along = (start, length, center, pixels) => {
      const most = Math.max(pixels / scale / 2 - length / 2 - MARGIN / scale, 0);
      const middle = start + length / 2;
      return clamp(center, middle - most, middle + most);
    };
    const center = {
      x: along(x, width, this.center.x, this.svg.clientWidth),
      y: along(y, height, this.center.y, this.svg.clientHeight),
    };
    const still = center.x === this.center.x && center.y === this.center.y;
    if (!still || scale !== this.scale) this.glide(center, scale);
  }

  glide(center, scale) {
    this.stop();
    this.touched = true;
    const from = { ...this.center, scale: this.scale };
    const start = performance.now();
    const step = (now) => {
      const part = calm.matches ? 1 : clamp((now - start) / 220, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      this.center.x = from.x + (center.x - from.x) * eased;
      this.center.y = from.y + (center.y - from.y) * eased;
      this.scale = from.scale + (scale - from.scale) * eased;
      this.apply();
      this.frame = part < 1 ? requestAnimationFrame(step) : 0;
    };
    this.frame = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.frame);
  }
}

// A mouse wheel zooms; two fingers on a touchpad pan, and pinch to zoom, which
// browsers report as a wheel with Ctrl. A touchpad gives itself away by small
// steps or by moving sideways.
function listenToWheel(view) {
  const zooms = (event) => {
    const touchpad = event.deltaMode === 0 && (event.deltaX !== 0 || Math.abs(event.deltaY) < 40);
    return event.ctrlKey || event.metaKey || !touchpad;
  };
  view.svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (!zooms(event)) return view.pan(-event.deltaX, -event.deltaY);
      const lines = event.deltaMode === 0 ? 1 : 30;
      const speed = event.ctrlKey ? 0.01 : 0.002;
      view.zoom(Math.exp(-clamp(event.deltaY * lines, -200, 200) * speed), event);
    },
    { passive: false },
  );
}

// One pointer drags; two drag and pinch.
function listenToPointers(view) {
  const { svg } = view;
  const pointers = new Map();
  let travelled = 0;
  const middle = () => {
    const all = [...pointers.values()];
    const x = all.reduce((sum, one) => sum + one.x, 0) / all.length;
    const y = all.reduce((sum, one) => sum + one.y, 0) / all.length;
    const spread = all.length < 2 ? 0 : Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y);
    return { x, y, spread };
  };
  const lift = (event) => {
    pointers.delete(event.pointerId);
    svg.classList.remove('dragged');
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (!pointers.size) travelled = 0;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  svg.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = middle();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = middle();
    travelled += Math.hypot(after.x - before.x, after.y - before.y);
    if (travelled < 4 && pointers.size < 2) return;
    // Captured only now, so that a mere click still goes to what is under it.
    svg.setPointerCapture(event.pointerId);
    svg.classList.add('dragged');
    view.pan(after.x - before.x, after.y - before.y);
    if (before.spread && after.spread) view.zoom(after.spread / before.spread, after);
  });
  svg.addEventListener('pointerup', lift);
  svg.addEventListener('pointercancel', lift);
  svg.addEventListener('pointerleave', (event) => event.buttons || lift(event));
  // The click that ends a drag chooses nothing.
  svg.addEventListener('click', (event) => travelled >= 4 && event.stopPropagation(), true);
}
