// What a picture gets wrong, measured by the browser with its own fonts: words
// that leave their box, words on words, and boxes on boxes.
(({ boxesApart }) => {
  const svg = document.querySelector('.map.open svg') ?? document.querySelector('svg');
  const faults = [];

  // A font's own box is taller than its letters, which would touch the next line.
  const inked = (text) => {
    const { x, width } = text.getBBox();
    const baseline = +text.getAttribute('y');
    const size = +text.getAttribute('font-size');
    return { x, y: baseline - 0.78 * size, width, height: 0.92 * size, says: text.textContent };
  };
  const boxOf = (node) => {
    const { x, y, width, height } = node.querySelector('rect, circle, path').getBBox();
    return { x, y, width, height, says: node.getAttribute('data-id') };
  };
  const overlap = (a, b) =>
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;
  const holds = (box, text) =>
    text.x >= box.x - 0.5 &&
    text.y >= box.y - 0.5 &&
    text.x + text.width <= box.x + box.width + 0.5 &&
    text.y + text.height <= box.y + box.height + 0.5;
  const pairs = (items, what) =>
    items.forEach((a, index) =>
      items.slice(index + 1).forEach((b) => {
        if (overlap(a, b)) faults.push(`${what}: ${a.says} / ${b.says}`);
      }),
    );

  // What has neither fill nor outline is not seen: nothing can leave it.
  const isDrawn = (node) => {
    const shape = node.querySelector('rect, circle, path');
    return shape.getAttribute('fill') !== 'none' || shape.hasAttribute('stroke');
  };

  const nodes = [...svg.querySelectorAll('.node')];
  for (const node of nodes) {
    const box = boxOf(node);
    for (const text of [...node.querySelectorAll('text')].map(inked)) {
      // Words may stand beside, above or below their node, on purpose.
      const middle = { x: text.x + text.width / 2, y: text.y + text.height / 2 };
      const beside =
        middle.x < box.x ||
        middle.x > box.x + box.width ||
        middle.y < box.y ||
        middle.y > box.y + box.height;
      if (isDrawn(node) && !beside && !holds(box, text)) faults.push(`leaves its box: ${text.says}`);
    }
  }
  pairs([...svg.querySelectorAll('text')].map(inked), 'words on words');
  if (boxesApart) pairs(nodes.map(boxOf), 'boxes on boxes');

  const paper = svg.querySelector('.paper');
  const size = (name) => +paper.getAttribute(name);
  const page = { x: 0, y: 0, width: size('width'), height: size('height') };
  for (const text of [...svg.querySelectorAll('text')].map(inked)) {
    if (!holds(page, text)) faults.push(`leaves the picture: ${text.says}`);
  }
  return faults;
})
