"""The jobs of benchmark by other programs.

peers.py PACKAGE JOB FOLDER LABEL CONCEPT NOTES
"""

import json
import os
import re
import shutil
import sys
from collections import Counter
from itertools import combinations

package, job, folder, label, concept, notes = sys.argv[1:]


def entries():
    with open(os.path.join(folder, "entries.jsonl"), encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def fresh(name):
    path = os.path.join(folder, name)
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)
    return path


def pairs(sets):
    count = Counter()
    for concepts in sets:
        count.update(combinations(sorted(concepts), 2))
    return count


# Particles that a name may end with; nothing else that belongs to a word.
AFTER = re.compile(r"(?:은|는|이|가|을|를|의|에|에서|도|으로|로|와|과)?(?!\w)")


def ahocorasick_build():
    """Finds all names in the texts that are words with particles, and counts which stand
    together."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    with open(os.path.join(folder, "names.tsv"), encoding="utf-8") as file:
        for line in file:
            name, of = line.rstrip("\n").split("\t")
            automaton.add_word(name.lower(), (len(name), of))
    automaton.make_automaton()

    def tags(text):
        text = text.lower()
        for last, (length, of) in automaton.iter(text):
            start = last + 1 - length
            if (start == 0 or not text[start - 1].isalnum()) and AFTER.match(text, last + 1):
                yield of

    print(len(pairs(set(tags(entry["text"])) for entry in entries())))


def networkx_build():
    """Makes a graph of the concepts given and writes it."""
    import networkx

    graph = networkx.Graph()
    for (a, b), count in pairs(entry["concepts"] for entry in entries()).items():
        graph.add_edge(a, b, weight=count)
    networkx.write_graphml(graph, fresh("networkx.graphml"))


def yaml_build():
    """Reads a vault of Markdown notes, and makes a graph of entries and the concepts given."""
    import networkx
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    given = {entry["id"].split("/")[-1]: entry["concepts"] for entry in entries()}
    graph = networkx.Graph()
    found = []
    for place, _, files in os.walk(notes):
        for name in files:
            stem, kind = os.path.splitext(name)
            if kind != ".md":
                continue
            with open(os.path.join(place, name), encoding="utf-8") as file:
                _, front, text = file.read().split("---\n", 2)
            concepts = given.get(stem, [])
            graph.add_node(stem, length=len(text), **yaml.load(front, loader))
            graph.add_edges_from((stem, concept) for concept in concepts)
            found.append(concepts)
    for (a, b), count in pairs(found).items():
        graph.add_edge(a, b, weight=count)
    with open(fresh("networkx.json"), "w", encoding="utf-8") as file:
        json.dump(networkx.node_link_data(graph, edges="edges"), file, default=str)


def pydot_export():
    """Writes as DOT the whole graph that was exported as JSON."""
    import networkx

    with open(os.path.join(folder, "json-graph"), encoding="utf-8") as file:
        whole = json.load(file)
    graph = networkx.MultiDiGraph()
    for node in whole["nodes"]:
        graph.add_node(node["id"], label=json.dumps(str(node.get("label", "")), ensure_ascii=False))
    for edge in whole["edges"]:
        graph.add_edge(edge["source"], edge["target"], kind=json.dumps(str(edge.get("kind", ""))))
    networkx.nx_pydot.write_dot(graph, fresh("pydot.dot"))


def duckdb_build():
    """Loads the entries, and counts which given concepts stand together."""
    import duckdb

    lines = os.path.join(folder, "entries.jsonl")
    base = duckdb.connect(fresh("peers.duckdb"))
    base.execute(f"create table entry as select id, text, concepts from read_json_auto('{lines}')")
    base.execute("create table tag as select id, unnest(concepts) as concept from entry")
    base.execute(
        "create table pair as select a.concept as a, b.concept as b, count(*) as n"
        " from tag a join tag b on a.id = b.id and a.concept < b.concept group by all"
    )


def duckdb_find():
    import duckdb

    base = duckdb.connect(os.path.join(folder, "peers.duckdb"), read_only=True)
    for (entry,) in base.execute("select id from tag where concept = ?", [concept]).fetchall():
        print(entry)


def tantivy_build():
    """Makes a full-text index."""
    import tantivy

    path = fresh("tantivy")
    os.mkdir(path)
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text")
    index = tantivy.Index(schema.build(), path=path)
    writer = index.writer(num_threads=1)
    for entry in entries():
        writer.add_document(tantivy.Document(id=entry["id"], text=entry["text"]))
    writer.commit()
    writer.wait_merging_threads()


def tantivy_find():
    import tantivy

    index = tantivy.Index.open(os.path.join(folder, "tantivy"))
    searcher = index.searcher()
    query = index.parse_query(f'"{label}"', ["text"])
    for _, address in searcher.search(query, 100_000).hits:
        print(searcher.doc(address)["id"][0])


def sqlite3_build():
    """Makes a full-text index that also finds Korean words with particles."""
    import sqlite3

    base = sqlite3.connect(fresh("peers.sqlite"))
    base.execute("create virtual table entry using fts5(id unindexed, text, tokenize='trigram')")
    base.executemany(
        "insert into entry values (?, ?)", ((entry["id"], entry["text"]) for entry in entries())
    )
    base.commit()


def sqlite3_find():
    import sqlite3

    base = sqlite3.connect(os.path.join(folder, "peers.sqlite"))
    for (entry,) in base.execute("select id from entry where entry match ?", [f'"{label}"']):
        print(entry)


globals()[f"{package}_{job}"]()
