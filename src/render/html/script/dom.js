// What every part of the page uses: the data, and making elements.

const page = JSON.parse(document.getElementById('data').textContent);
const words = page.words;

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// An element with attributes (a function is a listener, false and null are
// left out) and children. Texts become text nodes: nothing is read as HTML.
function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

function makeSvg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

// A phrase with its number put in: `3개 찾음`.
const phrase = (text, number) => text.replace('{}', number);

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

// The colour of a group, for what is not in the picture.
function colourOf(element, group) {
  if (group) element.style.setProperty('--mine', `var(--group-${group.colour})`);
  return element;
}

// Said to those who listen to the page.
function announce(text) {
  $('#announcement').textContent = text;
}
