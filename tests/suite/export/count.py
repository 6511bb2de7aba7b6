"""Runs the scripts of sql/ over exported tables, by DuckDB or by Spark in local mode.

usage: count.py duckdb|spark SQL TABLES…

SQL is the folder of the scripts, TABLES what `bookgraph export -f parquet` wrote. The
answer is JSON: for each TABLES the rows of each script by its name.
"""

import json
import pathlib
import sys

JOBS = ["co_mention_counts", "co_mention_weights", "entry_links"]


def by_duckdb(scripts, folders):
    import duckdb

    for tables in folders:
        connection = duckdb.connect()
        for file in tables.glob("*.parquet"):
            connection.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM read_parquet('{file}')")
        answer = {}
        for job in JOBS:
            script = (scripts / f"{job}.sql").read_text(encoding="utf-8")
            connection.execute(f"CREATE TABLE {job} AS {script}")
            answer[job] = connection.execute(f"SELECT * FROM {job}").fetchall()
        yield answer


def by_spark(scripts, folders):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("bookgraph")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        # For small tables, so that a test does not wait for many tasks without rows.
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.adaptive.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for tables in folders:
        for file in tables.glob("*.parquet"):
            spark.read.parquet(str(file)).createOrReplaceTempView(file.stem)
        answer = {}
        for job in JOBS:
            script = (scripts / f"{job}.sql").read_text(encoding="utf-8")
            rows = spark.sql(script).cache()
            rows.createOrReplaceTempView(job)
            answer[job] = [tuple(row) for row in rows.collect()]
        yield answer
    spark.stop()


if __name__ == "__main__":
    engine, scripts, *folders = sys.argv[1:]
    run = {"duckdb": by_duckdb, "spark": by_spark}[engine]
    answers = run(pathlib.Path(scripts), [pathlib.Path(folder) for folder in folders])
    json.dump(list(answers), sys.stdout, default=float)
