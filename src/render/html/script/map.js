// One scene: its picture, what is in it, and what of it is lit or faded.

class BookMap {
  constructor(data) {
    Object.assign(this, data);
    this.section = document.getElementById(data.name);
    this.svg = $('svg', this.section);
    this.shapes = $$('.node', this.svg); // in the order of `nodes`
    this.lines = $$('.edge', this.svg); // in the order of `edges`
    this.words = $$('.edge-words', this.svg); // of some edges
    this.links = this.nodes.map(() => []);
    this.edges.forEach((edge, index) => {
      this.links[edge.from].push({ edge: index, node: edge.to });
      this.links[edge.to].push({ edge: index, node: edge.from });
    });
    this.off = { nodes: new Set(), edges: new Set() };
    this.focus = {}; // what is lit, by why: found, hovered, chosen
    this.prepare();
  }

  // Made visible for the first time: only then has the picture a size.
  open() {
    if (this.view) return;
    this.labels = new Labels(this);
    this.view = new View(this.svg, (scale) => this.labels.update(scale));
    this.labels.update(this.view.scale);
  }

  prepare() {
    this.svg.removeAttribute('width');
    this.svg.removeAttribute('height');
    this.svg.setAttribute('role', 'group'); // else its nodes are no buttons to some
    this.shapes.forEach((shape, index) => {
      const node = this.nodes[index];
      dress(shape, { tabindex: 0, role: 'button', 'aria-label': this.spoken(node) }, []);
    });
    for (const line of this.lines) {
      line.setAttribute('aria-hidden', 'true'); // the panel tells it better
      line.append(...hitArea(line));
    }
    const ring = (name) => makeSvg('rect', { class: name, 'aria-hidden': 'true', rx: 8 });
    Object.assign(this, { ring: ring('ring'), here: ring('here') });
    this.svg.append(this.ring, this.here);
  }

  spoken(node) {
    return [node.label, ...node.facts.slice(0, 1)].join(', ');
  }

  // What belongs to a node or an edge: itself and all it touches.
  around(item) {
    if (item.edge != null) {
      const { from, to } = this.edges[item.edge];
      return { nodes: new Set([from, to]), edges: new Set([item.edge]) };
    }
    const links = this.links[item.node];
    return {
      nodes: new Set([item.node, ...links.map((link) => link.node)]),
      edges: new Set(links.map((link) => link.edge)),
    };
  }

  // Lights something for a reason, or nothing: what was found comes before what
  // the pointer is on, and this before what was chosen.
  light(reason, lit) {
    this.focus[reason] = lit;
    const now = this.focus.found ?? this.focus.hovered ?? this.focus.chosen;
    this.svg.classList.toggle('lit', now != null);
    this.shapes.forEach((shape, index) => shape.classList.toggle('near', !!now?.nodes.has(index)));
    this.lines.forEach((line, index) => line.classList.toggle('near', !!now?.edges.has(index)));
    this.words.forEach((words) =>
      words.classList.toggle('near', !!now?.edges.has(Number(words.dataset.edge))),
    );
  }

  // Puts the ring around the chosen node, or nowhere.
  mark(node) {
    this.shapes.forEach((shape, index) => shape.classList.toggle('chosen', index === node));
    this.ring.classList.toggle('shown', node != null);
    if (node == null) return;
    frame(this.ring, this.nodes[node].box, 4);
  }

  // Puts the dashed ring around the node with the keyboard's focus, or nowhere.
  point(node) {
    this.here.classList.toggle('shown', node != null);
    if (node != null) frame(this.here, this.nodes[node].box, 7);
  }

  // Fades all that `keepsNode` and `keepsEdge` don't keep.
  filter(keepsNode, keepsEdge) {
    this.off = { nodes: new Set(), edges: new Set() };
    this.shapes.forEach((shape, index) => {
      const off = !keepsNode(this.nodes[index]);
      if (off) this.off.nodes.add(index);
      shape.classList.toggle('off', off);
      dress(shape, { tabindex: off ? -1 : 0 }, []);
    });
    this.edges.forEach((edge, index) => {
      const ends = [edge.from, edge.to].some((node) => this.off.nodes.has(node));
      const off = ends || !keepsEdge(edge);
      if (off) this.off.edges.add(index);
      this.lines[index].classList.toggle('off', off);
    });
    this.words.forEach((words) =>
      words.classList.toggle('off', this.off.edges.has(Number(words.dataset.edge))),
    );
    return this.nodes.length - this.off.nodes.size;
  }

  // The nearest node in a direction, at most 60° off it; far ones lose to near
  // ones, and those aside to those straight ahead.
  nearest(from, [dx, dy]) {
    let best = null;
    this.nodes.forEach((node, index) => {
      if (index === from || this.off.nodes.has(index)) return;
      const [a, b] = [middleOf(this.nodes[from].box), middleOf(node.box)];
      const ahead = (b.x - a.x) * dx + (b.y - a.y) * dy;
      const aside = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
      if (ahead <= 0 || aside > ahead * 1.8) return;
      const cost = ahead + 2 * aside;
      if (!best || cost < best.cost) best = { index, cost };
    });
    return best?.index;
  }

  focusOn(node) {
    this.view.show(this.nodes[node].box);
    this.shapes[node].focus({ preventScroll: true });
  }
}

const middleOf = ([x, y, width, height]) => ({ x: x + width / 2, y: y + height / 2 });

function frame(rect, [x, y, width, height], margin) {
  const size = { width: width + 2 * margin, height: height + 2 * margin };
  dress(rect, { x: x - margin, y: y - margin, ...size }, []);
}

// A line is too thin to hit: a wide, invisible copy of it takes the pointer.
function hitArea(line) {
  const drawn = $('path, circle, rect', line);
  if (!drawn) return [];
  const copy = drawn.cloneNode(false);
  for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray']) {
    copy.removeAttribute(name);
  }
  copy.setAttribute('class', 'hit');
  return [copy];
}
