// Finding nodes by name.

// Folded as the notes are: case, composition, spaces and hyphens don't matter.
// Hangul is compared letter by letter, a final consonant like an initial one,
// so that a half-typed syllable (인풋 짚, on the way to 지표) finds already.
const FINALS = 'ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ'.split(' ');

function fold(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ᆨ-ᇂ]/g, (final) => FINALS[final.charCodeAt(0) - 0x11a8])
    .replace(/[\s\p{M}\p{P}]/gu, '');
}

// The first letters of the syllables: ㅇㅍㅈㅍ finds 인풋 지표.
const initials = (text) => text.normalize('NFKD').replace(/[^ᄀ-ᄒ]/g, '');
const isInitials = (folded) => /^[ᄀ-ᄒ]+$/.test(folded);

// The nodes that a query finds, the best first: those named so from the start,
// then those with it in their name, then those with it elsewhere.
function find(map, query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const rank = (node) => {
    const names = [node.label, ...node.names];
    const folded = names.map(fold);
    if (folded.some((name) => name.startsWith(wanted))) return 0;
    // Single consonants are in half of all words; as initials they mean something.
    if (isInitials(wanted)) return names.some((name) => initials(name).includes(wanted)) ? 1 : null;
    if (folded.some((name) => name.includes(wanted))) return 1;
    return [node.id, ...node.facts].some((name) => fold(name).includes(wanted)) ? 2 : null;
  };
  const found = [];
  map.nodes.forEach((node, index) => {
    const place = map.off.nodes.has(index) ? null : rank(node);
    if (place != null) found.push({ index, place, weight: node.weight });
  });
  found.sort((a, b) => a.place - b.place || b.weight - a.weight || a.index - b.index);
  return found.map((hit) => hit.index);
}

class Search {
  // `choose` is called with the map and the node that was picked.
  constructor(currentMap, choose) {
    Object.assign(this, { currentMap, choose, hits: [], active: -1 });
    this.box = $('#search');
    this.list = $('#hits');
    this.box.addEventListener('input', () => this.look());
    this.box.addEventListener('focus', () => this.look());
    this.box.addEventListener('blur', () => this.close());
    this.box.addEventListener('keydown', (event) => this.key(event));
    // The box keeps the focus while a hit is clicked.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  look() {
    const map = this.currentMap();
    this.hits = find(map, this.box.value);
    const asked = fold(this.box.value) !== '';
    map.light('found', asked ? { nodes: new Set(this.hits), edges: new Set() } : null);
    this.list.replaceChildren(...this.hits.map((hit, place) => this.row(map, hit, place)));
    if (asked && !this.hits.length) {
      this.list.append(make('li', { class: 'none', role: 'presentation' }, words.nothing));
    }
    this.list.hidden = !asked;
    this.box.setAttribute('aria-expanded', asked);
    this.activate(this.hits.length ? 0 : -1);
    if (asked) announce(this.hits.length ? phrase(words.found, this.hits.length) : words.nothing);
  }

  row(map, hit, place) {
    const node = map.nodes[hit];
    const row = make(
      'li',
      { id: `hit-${place}`, role: 'option', click: () => this.pick(place) },
      make('span', { class: 'dot' }),
      make('span', { class: 'label' }, node.label),
      make('span', { class: 'aside' }, node.facts[0] ?? ''),
    );
    return colourOf(row, map.groups[node.group]);
  }

  activate(place) {
    this.active = place;
    [...this.list.children].forEach((row, index) => {
      row.setAttribute('aria-selected', index === place);
      if (index === place) row.scrollIntoView({ block: 'nearest' });
    });
    if (place < 0) this.box.removeAttribute('aria-activedescendant');
    else this.box.setAttribute('aria-activedescendant', `hit-${place}`);
  }

  key(event) {
    // Keys that an input method is still composing with are not for us.
    if (event.isComposing || event.keyCode === 229) return;
    const count = this.hits.length;
    if (event.key === 'ArrowDown' && count) this.activate((this.active + 1) % count);
    else if (event.key === 'ArrowUp' && count) this.activate((this.active + count - 1) % count);
    else if (event.key === 'Enter' && this.active >= 0) this.pick(this.active);
    else if (event.key === 'Escape') this.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  pick(place) {
    const hit = this.hits[place];
    this.box.value = '';
    this.close();
    this.choose(this.currentMap(), hit);
  }

  leave() {
    this.box.value = '';
    this.look();
    this.box.blur();
  }

  close() {
    this.currentMap().light('found', null);
    this.list.hidden = true;
    this.box.setAttribute('aria-expanded', false);
  }
}
