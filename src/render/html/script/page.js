// Puts the parts together: which map is open, what is chosen in it, and the
// address that says so.

const root = document.documentElement;
const maps = page.maps.map((data) => new BookMap(data));
let current = maps[0];
let chosen = null;

const panel = new Panel((item) => choose(item, { focus: true }), () => clear());
const filters = new Filters();
const search = new Search(
  () => current,
  (map, node) => choose({ node }, { focus: true }),
);

// Shows one map and hides the others.
function open(map) {
  if (map !== current) clear({ keepAddress: true });
  current = map;
  for (const other of maps) other.section.classList.toggle('open', other === map);
  for (const tab of $$('.tabs a')) {
    if (tab.hash === `#${map.name}`) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  map.open();
  filters.open(map);
}

// Chooses a node or an edge: its evidence, and its light on the map. Who came by
// the keyboard goes on reading in the panel.
function choose(item, { focus = false, keepAddress = false } = {}) {
  chosen = item;
  panel.show(current, item);
  root.classList.add('reading');
  current.light('hovered', null);
  current.light('chosen', current.around(item));
  current.mark(item.node);
  if (item.node != null) requestAnimationFrame(() => current.view.show(current.nodes[item.node].box));
  if (focus) $('#evidence h2').focus({ preventScroll: true });
  if (!keepAddress) history.replaceState(null, '', `#${address(item)}`);
}

// Chooses nothing.
function clear({ keepAddress = false } = {}) {
  if (!chosen) return;
  const { node } = chosen;
  chosen = null;
  const inPanel = panel.box.contains(document.activeElement);
  panel.close();
  root.classList.remove('reading');
  current.light('chosen', null);
  current.mark(null);
  if (inPanel && node != null) current.shapes[node].focus({ preventScroll: true });
  if (!keepAddress) history.replaceState(null, '', `#${current === maps[0] ? '' : current.name}`);
}

function address(item) {
  const node = item.node ?? current.edges[item.edge].from;
  return current.nodes[node].address;
}

// Opens what the address names: `#group-1`, `#n=input-metrics`.
function follow() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // An address that nobody made here; it names nothing.
  }
  for (const map of maps) {
    const node = map.nodes.findIndex((node) => node.address === name);
    if (node >= 0) {
      open(map);
      return choose({ node }, { keepAddress: true });
    }
  }
  open(maps.find((map) => map.name === name) ?? maps[0]);
}

function itemOf(event) {
  const shape = event.target.closest('.node, .edge');
  const node = current.shapes.indexOf(shape);
  const edge = current.lines.indexOf(shape);
  return node >= 0 ? { node } : edge >= 0 ? { edge } : null;
}

for (const map of maps) {
  map.svg.addEventListener('click', (event) => {
    const item = itemOf(event);
    item ? choose(item) : clear();
  });
  map.svg.addEventListener('pointerover', (event) => {
    const item = event.pointerType === 'touch' ? null : itemOf(event);
    map.light('hovered', item && map.around(item));
  });
  map.svg.addEventListener('pointerleave', () => map.light('hovered', null));
}

addEventListener('hashchange', follow);
root.classList.add('js');
$('#controls').hidden = false;
$('#zoom').hidden = false;
follow();
