// The side panel: what the notes say about a node, or about two together.

class Panel {
  // `jump` is called with a node or an edge to show next.
  constructor(jump, close) {
    Object.assign(this, { jump });
    this.box = $('#evidence');
    $('#evidence-close').addEventListener('click', close);
  }

  close() {
    this.box.hidden = true;
  }

  show(map, item) {
    const content = item.edge != null ? this.ofEdge(map, item.edge) : this.ofNode(map, item.node);
    $('#evidence-content').replaceChildren(...content);
    this.box.hidden = false;
    this.box.scrollTop = 0;
  }

  ofNode(map, index) {
    const node = map.nodes[index];
    const group = map.groups[node.group];
    const heading = make('h2', { tabindex: -1 }, node.label);
    return [
      colourOf(make('header', {}, group && make('p', { class: 'group' }, group.name), heading), group),
      make('ul', { class: 'facts' }, node.facts.map((fact) => make('li', {}, fact))),
      node.opens && make('p', {}, make('a', { href: `#${node.opens}`, class: 'opens' }, words.open)),
      this.quotes(map, node.quotes, namesOf(node)),
      this.neighbours(map, index),
    ].filter(Boolean);
  }

  ofEdge(map, index) {
    const edge = map.edges[index];
    const ends = [edge.from, edge.to];
    const labels = ends.map((node) => map.nodes[node].label);
    const names = ends.flatMap((node) => namesOf(map.nodes[node]));
    const buttons = ends.map((node) => this.button(map, node));
    return [
      make('header', {}, make('h2', { tabindex: -1 }, labels.join(edge.directed ? ' → ' : ' – '))),
      make('ul', { class: 'facts' }, make('li', {}, edge.label)),
      this.quotes(map, edge.quotes, names),
      make('div', { class: 'ends' }, buttons),
    ];
  }

  // Quotes by entry, in reading order.
  quotes(map, quotes, names) {
    const byEntry = new Map();
    for (const quote of quotes) {
      const { entry, sentence } = map.quotes[quote];
      byEntry.set(entry, [...(byEntry.get(entry) ?? []), sentence]);
    }
    if (!byEntry.size) return null;
    const entries = [...byEntry].map(([entry, sentences]) => {
      const { label, date, chapters } = map.entries[entry];
      const where = [date, ...chapters.map((chapter) => map.chapters[chapter])].filter(Boolean);
      const said = sentences.map((sentence) =>
        sentence == null
          ? make('p', { class: 'tagged' }, words.tagged)
          : make('blockquote', {}, marked(sentence, names)),
      );
      const head = make('h4', {}, label, make('small', {}, where.join(' · ')));
      return make('li', {}, head, said);
    });
    return make('section', {}, make('h3', {}, words.evidence), make('ol', {}, entries));
  }

  // The neighbours, those with the strongest ties first.
  neighbours(map, index) {
    const links = [...map.links[index]];
    if (!links.length) return null;
    const weight = (link) => map.edges[link.edge].weight;
    links.sort((a, b) => weight(b) - weight(a) || b.edge - a.edge);
    const rows = links.map(({ node, edge }) => {
      const count = map.edges[edge].quotes.length;
      const why = make(
        'button',
        { class: 'why', title: map.edges[edge].label, click: () => this.jump({ edge }) },
        phrase(words.why, count),
      );
      return make('li', {}, this.button(map, node), count ? why : null);
    });
    const heading = make('h3', {}, words.neighbours);
    return make('section', {}, heading, make('ul', { class: 'neighbours' }, rows));
  }

  button(map, node) {
    const { label, group } = map.nodes[node];
    const button = make(
      'button',
      { class: 'neighbour', click: () => this.jump({ node }) },
      make('span', { class: 'dot' }),
      label,
    );
    return colourOf(button, map.groups[group]);
  }
}

const namesOf = (node) => [node.label, ...node.names];

// A sentence with the names in it marked, the longest first, written with or
// without spaces.
function marked(sentence, names) {
  const loosely = (name) =>
    [...name.replace(/\s/g, '')]
      .map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/u, '\\$&'))
      .join('\\s*');
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.map(loosely).join('|')})`, 'iu');
  return sentence
    .split(pattern)
    .map((piece, place) => (place % 2 ? make('mark', {}, piece) : piece));
}
