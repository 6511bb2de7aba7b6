"""Opens an export with a program that is not ours, and prints what it holds.

usage: open.py FORMAT PATH

The answer is JSON: for graphs `nodes` as [id, kind, label] and `edges` as
[source, target, kind, weight]; for others what their tests ask for.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys


def graph(nodes, edges):
    return {"nodes": sorted(nodes), "edges": sorted(edges)}


def of_networkx(g, label="label"):
    nodes = [[node, data["kind"], data[label]] for node, data in g.nodes(data=True)]
    edges = [[a, b, data["kind"], data["weight"]] for a, b, data in g.edges(data=True)]
    return graph(nodes, edges)


def graphml(path):
    import networkx

    return of_networkx(networkx.read_graphml(path))


def gexf(path):
    import networkx

    g = networkx.read_gexf(path)
    spells = {node: data["spells"] for node, data in g.nodes(data=True) if "spells" in data}
    return of_networkx(g) | {"spells": spells}


def json_graph(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        return of_networkx(networkx.node_link_graph(json.load(file), edges="edges"))


def rows(path):
    csv.field_size_limit(1 << 30)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def csv_tables(path):
    nodes = [[row["Id"], row["Kind"], row["Label"]] for row in rows(path / "nodes.csv")]
    edges = rows(path / "edges.csv")
    edges = [[row["Source"], row["Target"], row["Kind"], float(row["Weight"])] for row in edges]
    cells = [cell for row in rows(path / "nodes.csv") for cell in row.values()]
    return graph(nodes, edges) | {"cells": cells}


def dot(path):
    # Osage places nodes fast, whatever their edges. What is printed is UTF-8; warnings cut
    # labels anywhere.
    dot = ["dot", "-Kosage", "-Gsplines=false", "-Tdot_json", path]
    done = subprocess.run(dot, capture_output=True, check=True)
    assert not done.stderr, done.stderr
    drawn = json.loads(done.stdout.decode("utf-8"))
    shown = {"\\n": "\n", '\\"': '"', "\\\\": "\\"}

    def label(text):
        text = re.sub(r'\\[n"\\]', lambda found: shown[found[0]], text)
        return text.replace("&amp;", "&")

    nodes = drawn["objects"]
    names = {node["_gvid"]: node["name"] for node in nodes}
    return graph(
        [[node["name"], node["kind"], label(node["label"])] for node in nodes],
        [
            [names[edge["tail"]], names[edge["head"]], edge["kind"], float(edge["strength"])]
            for edge in drawn["edges"]
        ],
    )


def neo4j(path):
    """By sqlite, as the importer of Neo4j is part of a server."""
    script = ".mode csv\n"
    for table in ("nodes", "relationships"):
        script += f'.import "{path}/{table}.csv" {table}\n'
    script += ".mode json\n"
    script += 'SELECT "id:ID" AS id, ":LABEL" AS kind, label FROM nodes;\n.print ,\n'
    script += 'SELECT ":START_ID" AS a, ":END_ID" AS b, ":TYPE" AS kind, "weight:double" AS w FROM relationships;\n'
    done = subprocess.run(["sqlite3"], input=script, capture_output=True, check=True, text=True)
    assert not done.stderr, done.stderr
    nodes, edges = json.loads(f"[{done.stdout}]")
    edge = lambda it: [it["a"], it["b"], it["kind"].lower().replace("_", "-"), float(it["w"])]
    headings = rows(path / "nodes.csv")[0].keys(), rows(path / "relationships.csv")[0].keys()
    return graph(
        [[node["id"], node["kind"].lower(), node["label"]] for node in nodes],
        [edge(it) for it in edges],
    ) | {"headings": [list(names) for names in headings]}


def cypher(path):
    """By Kùzu, which runs openCypher; it wants to know the properties beforehand."""
    import kuzu

    properties = {
        "Book": "subtitle STRING, authors STRING[], publisher STRING, isbn STRING, language STRING",
        "Chapter": "book STRING, number INT64, first_page INT64, last_page INT64",
        "Entry": "book STRING, date DATE, day INT64, first_page INT64, last_page INT64, "
        "placed STRING, voice STRING, text STRING, gist STRING",
        "Concept": "aliases STRING[], definition STRING, sort STRING, entries INT64, mentions INT64",
    }
    links = {
        "PART_OF": [("Chapter", "Book"), ("Entry", "Chapter"), ("Entry", "Book")],
        "NEXT": [("Entry", "Entry")],
        "REFERS_TO": [("Entry", "Chapter")],
        "TAGGED": [("Entry", "Concept")],
        "BROADER": [("Concept", "Concept")],
        "RELATED": [("Concept", "Concept")],
        "CO_MENTION": [("Concept", "Concept")],
        "SHARES": [("Entry", "Entry")],
    }
    known = "weight DOUBLE, origin STRING, salience DOUBLE, mentions INT64, count DOUBLE, "
    known += "expected DOUBLE, sentences INT64, entries INT64, shared INT64, rarest STRING"
    connection = kuzu.Connection(kuzu.Database(":memory:"))
    for name, of_it in properties.items():
        connection.execute(f"CREATE NODE TABLE {name}(id STRING PRIMARY KEY, label STRING, {of_it})")
    for name, ends in links.items():
        ends = ", ".join(f"FROM {a} TO {b}" for a, b in ends)
        connection.execute(f"CREATE REL TABLE {name}({ends}, {known})")
    with open(path, encoding="utf-8", newline="") as file:
        statements = re.split(r";\n(?=MERGE|MATCH|\Z)", file.read())[:-1]
    # Twice, as the second time must change nothing.
    for statement in statements + statements:
        connection.execute(statement)
    nodes = connection.execute("MATCH (n) RETURN n.id, label(n), n.label").get_all()
    edges = connection.execute("MATCH (a)-[r]->(b) RETURN a.id, b.id, label(r), r.weight").get_all()
    texts = connection.execute("MATCH (n:Entry) RETURN n.id, n.text").get_all()
    return graph(
        [[name, kind.lower(), label] for name, kind, label in nodes],
        [[a, b, kind.lower().replace("_", "-"), weight] for a, b, kind, weight in edges],
    ) | {"texts": dict(texts)}


def canvas(path):
    from pyjsoncanvas import Canvas

    with open(path, encoding="utf-8") as file:
        board = Canvas.from_json(file.read())
    board.validate()
    place = lambda node: [node.x, node.y, node.width, node.height]
    return {
        "groups": [[node.id, node.label, place(node)] for node in board.nodes if node.type.value == "group"],
        "cards": [[node.id, node.text, place(node)] for node in board.nodes if node.type.value == "text"],
        "edges": [[edge.fromNode, edge.toNode] for edge in board.edges],
    }


def notes(path):
    """Front matter by PyYAML, and the links of every note."""
    import yaml

    found = {}
    for file in sorted(path.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        _, front, body = text.split("---\n", 2)
        links = re.findall(r"(?<!\\)\[\[([^\]|]+)\]\]", body)
        found[file.relative_to(path).as_posix()] = {
            "front": yaml.safe_load(front),
            "links": links,
            "body": body,
        }
    return json.loads(json.dumps(found, default=str))


def anki(path):
    """By Anki itself, twice: the second import updates what the first made."""
    import tempfile

    from anki.collection import Collection
    from anki.import_export_pb2 import ImportCsvRequest

    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(f"{folder}/collection.anki2")
        counts = []
        for _ in range(2):
            metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
            request = ImportCsvRequest(path=str(path), metadata=metadata)
            log = collection.import_csv(request).log
            counts.append([len(log.new), len(log.updated), len(log.duplicate)])
        notes = [collection.get_note(note) for note in collection.find_notes("")]
        cards = {note.guid: note.fields for note in notes}
        deck = collection.decks.name(notes[0].cards()[0].did)
        collection.close()
        return {"cards": cards, "counts": counts, "deck": deck}


def turtle(path):
    import rdflib

    g = rdflib.Graph()
    g.parse(path, format="turtle")
    term = lambda it: [str(it), getattr(it, "language", None) or str(getattr(it, "datatype", None) or "")]
    return {"triples": sorted([str(s), str(p), *term(o)] for s, p, o in g)}


def parquet(path):
    """By DuckDB, and by Arrow, which must agree."""
    import duckdb
    import pyarrow.parquet

    tables = {}
    for file in sorted(path.glob("*.parquet")):
        by_duckdb = duckdb.sql(f"SELECT * FROM '{file}'").fetchall()
        arrow = pyarrow.parquet.read_table(file)
        by_arrow = [tuple(row.values()) for row in arrow.to_pylist()]
        assert by_duckdb == by_arrow, file
        tables[file.stem] = {"columns": arrow.column_names, "rows": by_duckdb}
    return json.loads(json.dumps(tables, default=str))


OPENERS = {
    "graphml": graphml,
    "gexf": gexf,
    "json-graph": json_graph,
    "csv": csv_tables,
    "dot": dot,
    "neo4j": neo4j,
    "cypher": cypher,
    "canvas": canvas,
    "obsidian": notes,
    "anki": anki,
    "skos": turtle,
    "rdf": turtle,
    "parquet": parquet,
}

if __name__ == "__main__":
    answer = OPENERS[sys.argv[1]](pathlib.Path(sys.argv[2]))
    json.dump(answer, sys.stdout)
