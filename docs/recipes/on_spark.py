"""Spark: `mapInArrow` takes `parse_batches` as it is."""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from gikparse.arrow import parse_batches, schema


def main(source: str, target: str) -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the one that has gikparse
    spark = SparkSession.builder.master("local[2]").appName("gikparse").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 250)
    pages = spark.read.parquet(source)  # columns: id, text
    figures = pages.mapInArrow(parse_batches, from_arrow_schema(schema("indicators")))
    figures.write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
