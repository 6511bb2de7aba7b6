// Buttons and keys.

const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const help = $('#help');
const actions = {
  '+': () => current.view.zoom(STEP),
  '=': () => current.view.zoom(STEP),
  '-': () => current.view.zoom(1 / STEP),
  0: () => current.view.fit(),
  '/': () => search.box.focus(),
  f: () => filters.button.hidden || filters.button.click(),
  t: switchTheme,
  '?': () => (help.open ? help.close() : help.showModal()),
  Escape: escape,
};

$('#closer').addEventListener('click', actions['+']);
$('#farther').addEventListener('click', actions['-']);
$('#whole').addEventListener('click', actions[0]);
$('#theme').addEventListener('click', switchTheme);
$('#help-button').addEventListener('click', actions['?']);
$('#help-close').addEventListener('click', () => help.close());

// Follows the system until the reader says otherwise.
function switchTheme() {
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

// What is open is closed, the last first; then what is chosen is let go.
function escape() {
  if (!filters.panel.hidden) {
    filters.toggle(false);
    filters.button.focus();
  } else if (chosen) clear();
  else document.activeElement?.blur();
}

function arrow(event, direction) {
  const node = current.shapes.indexOf(event.target);
  if (node < 0) return;
  const next = current.nearest(node, direction);
  if (next != null) current.focusOn(next);
  event.preventDefault();
}

addEventListener('keydown', (event) => {
  const writing = event.target.matches?.('input:not([type=checkbox]), textarea');
  if (writing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (help.open) return; // a dialog has its own Escape
  const node = current.shapes.indexOf(event.target);
  if (ARROWS[event.key]) arrow(event, ARROWS[event.key]);
  else if (node >= 0 && (event.key === 'Enter' || event.key === ' ')) {
    choose({ node }, { focus: true });
    event.preventDefault();
  } else if (actions[event.key]) {
    actions[event.key]();
    event.preventDefault();
  }
});

// Whoever comes by Tab sees where they are. (The listeners are not the picture's:
// Chromium would take it for something to stop at.)
for (const map of maps) {
  map.section.addEventListener('focusin', (event) => {
    const node = map.shapes.indexOf(event.target);
    if (node < 0 || !event.target.matches(':focus-visible')) return;
    map.view.show(map.nodes[node].box);
    map.point(node);
    map.light('hovered', map.around({ node }));
  });
  map.section.addEventListener('focusout', () => {
    map.point(null);
    map.light('hovered', null);
  });
}

// On paper there is all of the picture, whatever part the window shows.
addEventListener('beforeprint', () => current.view.whole());
addEventListener('afterprint', () => current.view.apply());
