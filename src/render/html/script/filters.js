// Showing some chapters or groups only. Nothing ticked is no filter: who wants
// one chapter of twelve ticks one box, not eleven.

class Filters {
  constructor() {
    this.panel = $('#filters');
    this.button = $('#filter-button');
    this.button.addEventListener('click', () => this.toggle());
    $('#filters-clear').addEventListener('click', () => this.clear());
    this.panel.addEventListener('change', () => this.apply());
  }

  // Fills in what the map has to choose from.
  open(map) {
    this.map = map;
    map.chosen ??= { chapters: new Set(), groups: new Set() };
    this.fill('#filter-groups', 'groups', map.groups.map((group) => group.name));
    this.fill('#filter-chapters', 'chapters', map.chapters);
    this.button.hidden = map.groups.length < 2 && map.chapters.length < 2;
    if (this.button.hidden) this.toggle(false);
    this.count();
  }

  fill(field, what, names) {
    const chosen = this.map.chosen[what];
    const row = (name, index) => {
      const box = make('input', { type: 'checkbox', value: index, 'data-what': what });
      box.checked = chosen.has(index);
      const chip = make('label', { class: 'chip' }, box, make('span', { class: 'dot' }), name);
      return what === 'groups' ? colourOf(chip, this.map.groups[index]) : chip;
    };
    $(field).hidden = names.length < 2;
    $('.chips', $(field)).replaceChildren(...names.map(row));
  }

  toggle(open = this.panel.hidden) {
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', open);
  }

  clear() {
    $$('input', this.panel).forEach((box) => (box.checked = false));
    this.apply();
  }

  apply() {
    const { map } = this;
    for (const what of ['chapters', 'groups']) {
      const boxes = $$(`input[data-what=${what}]:checked`, this.panel);
      map.chosen[what] = new Set(boxes.map((box) => +box.value));
    }
    const { chapters, groups } = map.chosen;
    const inChapter = (quotes) => {
      const of = quotes.flatMap((quote) => map.entries[map.quotes[quote].entry].chapters);
      return !chapters.size || of.some((chapter) => chapters.has(chapter));
    };
    const keepsNode = (node) => {
      const group = !groups.size || node.group == null || groups.has(node.group);
      const own = node.chapters?.some((chapter) => chapters.has(chapter));
      return group && (own || inChapter(node.quotes));
    };
    const left = map.filter(keepsNode, (edge) => !edge.quotes.length || inChapter(edge.quotes));
    this.count();
    announce(phrase(words.shown, left));
  }

  count() {
    const count = this.map.chosen.chapters.size + this.map.chosen.groups.size;
    $('.count', this.button).textContent = count || '';
    $('#filters-clear').disabled = !count;
  }
}
