"""Parquet out: a column for each field of an article, lists and records nested."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from copydesk.article import Article
from copydesk.errors import MissingExtraError

_ROWS = 500  # of a row group, held in memory until it is written
_STRING_LIKE = (msgspec.inspect.StrType, msgspec.inspect.LiteralType, msgspec.inspect.EnumType)


class ParquetFile:
    """Writes articles to a stream, which stays open. Raises `MissingExtraError`."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            raise MissingExtraError("Parquet", "parquet") from None
        struct = arrow_type(msgspec.inspect.type_info(Article))
        self._schema = pyarrow.schema(list(struct))
        self._table = pyarrow.Table
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, article: Article) -> None:
        """Add an article as a row."""
        self._rows.append(_row(article))
        if len(self._rows) == _ROWS:
            self._write_rows()

    def close(self) -> None:
        """Write the last rows and the file's foot."""
        self._write_rows()
        self._writer.close()

    def _write_rows(self) -> None:
        if self._rows:
            self._writer.write_table(self._table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def articles_in(stream: BinaryIO) -> Iterator[Article]:
    """The articles in a file of ours."""
    from pyarrow import parquet

    for batch in parquet.ParquetFile(stream).iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            known = {name: value for name, value in row.items() if value is not None}
            if "extra" in known:
                known["extra"] = msgspec.json.decode(known["extra"])
            yield msgspec.convert(known, Article)


def arrow_type(kind: msgspec.inspect.Type) -> Any:  # noqa: ANN401  # pyarrow has no types
    """The Arrow type of a type in the data model; what has no fixed shape is text in JSON."""
    import pyarrow

    match kind:
        case msgspec.inspect.StructType(fields=fields):
            return pyarrow.struct([(f.encode_name, arrow_type(f.type)) for f in fields])
        case msgspec.inspect.VarTupleType(item_type=item):
            return pyarrow.list_(arrow_type(item))
        case msgspec.inspect.UnionType(types=types):
            return next(arrow_type(one) for one in types if not _is_nothing(one))
        case msgspec.inspect.IntType():
            return pyarrow.int64()
        case msgspec.inspect.BoolType():
            return pyarrow.bool_()
        case msgspec.inspect.DictType():
            return pyarrow.string()
        case _ if isinstance(kind, _STRING_LIKE):
            return pyarrow.string()
    raise TypeError(f"no Arrow type for {kind}")


def _is_nothing(kind: msgspec.inspect.Type) -> bool:
    return isinstance(kind, msgspec.inspect.NoneType)


def _row(article: Article) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(article)
    if "extra" in row:
        row["extra"] = msgspec.json.encode(row["extra"]).decode()
    return row
