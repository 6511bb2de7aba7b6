"""The jobs of benchmark by other programs.

peers.py PACKAGE JOB FOLDER LABEL CONCEPT
"""

import json
import os
import shutil
import sys
from collections import Counter
from itertools import combinations

package, job, folder, label, concept = sys.argv[1:]


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


def ahocorasick_build():
    """Finds all names in the texts, and counts which stand together."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    with open(os.path.join(folder, "names.tsv"), encoding="utf-8") as file:
        for line in file:
            name, of = line.rstrip("\n").split("\t")
            automaton.add_word(name, of)
    automaton.make_automaton()
    found = ({of for _, of in automaton.iter(entry["text"])} for entry in entries())
    print(len(pairs(found)))


def networkx_build():
    """Makes a graph of the concepts given and writes it."""
    import networkx

    graph = networkx.Graph()
    for (a, b), count in pairs(entry["concepts"] for entry in entries()).items():
        graph.add_edge(a, b, weight=count)
    networkx.write_graphml(graph, fresh("networkx.graphml"))


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
