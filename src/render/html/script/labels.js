// Far away, labels are too small to read: the most important ones are drawn
// larger then, as many as there is room for, and the others wait for a closer
// look, as the towns of an atlas do.

const READABLE = 0.62; // below this scale labels are too small
const SHOWN_AT = 0.85; // the scale of the labels that are drawn larger

// Where places have a meaning of their own (a row, a column) nothing may grow.
const GROWS = new Set(['book', 'overview']);

class Labels {
  constructor(map) {
    this.map = map;
    const order = map.nodes.map((_, index) => index);
    this.order = order.sort((a, b) => map.nodes[b].weight - map.nodes[a].weight);
    this.far = 1;
  }

  // Called at every change of scale.
  update(scale) {
    if (!GROWS.has(this.map.kind) || !this.map.view) return;
    // By steps, so that labels don't come and go at every tick of the wheel.
    const far = scale < READABLE ? Math.ceil((SHOWN_AT / scale) * 4) / 4 : 1;
    if (far === this.far) return;
    this.far = far;
    const taken = [];
    for (const index of this.order) {
      const [grown, shift] = this.grown(index, far);
      const free = far === 1 || !taken.some((other) => touch(grown, other));
      if (free) taken.push(grown);
      const shape = this.map.shapes[index];
      shape.classList.toggle('waiting', !free);
      const [x, y] = shift.map((length) => length.toFixed(1));
      shape.style.transform = free && far > 1 ? `translate(${x}px, ${y}px) scale(${far})` : '';
    }
  }

  // A box grown around its middle, moved so as not to leave the picture.
  grown(index, far) {
    const { view, nodes } = this.map;
    const [x, y, width, height] = nodes[index].box;
    const left = x + (width * (1 - far)) / 2;
    const top = y + (height * (1 - far)) / 2;
    const inside = (start, length, whole) => clamp(start, 0, Math.max(whole - length, 0)) - start;
    const shift = [inside(left, width * far, view.width), inside(top, height * far, view.height)];
    const corner = { left: left + shift[0], top: top + shift[1] };
    const right = corner.left + width * far;
    return [{ ...corner, right, bottom: corner.top + height * far }, shift];
  }
}

function touch(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
