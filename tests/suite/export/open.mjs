// Opens an export with a program that is not ours, and prints what it holds as JSON.
//
// usage: node open.mjs FORMAT PATH
//
// Where the packages are is told by BOOKGRAPH_NODE_MODULES.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const modules = process.env.BOOKGRAPH_NODE_MODULES;
const require = createRequire(path.join(modules, "x.js"));

const [format, file] = process.argv.slice(2);
const read = (name) => fs.readFileSync(name, "utf8");

function cytoscape() {
  const graph = require("cytoscape")({ headless: true, ...JSON.parse(read(file)) });
  return {
    nodes: graph.nodes().map((it) => [it.id(), it.data("kind"), it.data("label")]),
    edges: graph
      .edges()
      .map((it) => [it.data("source"), it.data("target"), it.data("kind"), it.data("weight")]),
  };
}

// By Mermaid's own parser, which wants to see a page.
async function mermaid() {
  const { JSDOM } = require("jsdom");
  const { window } = new JSDOM("<body></body>");
  globalThis.window = window;
  globalThis.document = window.document;
  const at = require.resolve("mermaid");
  const { default: mermaid } = await import(pathToFileURL(at));
  mermaid.initialize({ startOnLoad: false });
  const text = read(file);
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const shown = (label) => {
    const holder = window.document.createElement("textarea");
    // Mermaid reads `#34;` as `&#34;`, which its own code writes with marks of its own.
    holder.innerHTML = label.replace(/ﬂ°°(\d+)¶ß/g, "&#$1;");
    return holder.value;
  };
  const names = [...db.getVertices().values()].map((it) => [it.id, shown(it.text)]);
  return { nodes: names, edges: db.getEdges().map((it) => [it.start, it.end, it.stroke, it.type]) };
}

// By the parser that Logseq itself uses.
function logseq() {
  const { Mldoc } = require("mldoc");
  const config = JSON.stringify({ toc: false, heading_number: false, keep_line_break: true, format: "Markdown", parse_outline_only: false });
  const pages = {};
  for (const name of fs.readdirSync(path.join(file, "pages"))) {
    const text = read(path.join(file, "pages", name));
    const references = JSON.parse(Mldoc.getReferences(text, config) ?? "null");
    pages[name] = { tree: JSON.parse(Mldoc.parseJson(text, config)), references };
  }
  return { pages };
}

const openers = { cytoscape, mermaid, logseq };
console.log(JSON.stringify(await openers[format]()));
