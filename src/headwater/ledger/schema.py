"""The tables as queries see them; what makes them is in migrations/, and a test holds the two together."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

pages = Table(
    "pages",
    METADATA,
    Column("number", Integer, primary_key=True),
    *(Column(name, Text) for name in ("id", "location", "status", "stage", "reason", "detail")),
    *(Column(name, Text) for name in ("signature", "digest", "record")),
)
contents = Table(
    "contents",
    METADATA,
    Column("page", Integer, primary_key=True),
    *(Column(name, LargeBinary) for name in ("text", "sentences", "data")),
)
bundles = Table(
    "bundles",
    METADATA,
    Column("page", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("count", Integer),
    Column("records", LargeBinary),
)
articles = Table(
    "articles",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text),
    Column("page", Integer),
    Column("page_id", Text),
    Column("start", Integer),
    *(Column(name, Text) for name in ("title", "outlet", "published", "language", "kind", "record")),
)
gathered = Table("gathered", METADATA, *(Column(name, Text) for name in ("id", "kind", "record")))
members = Table("members", METADATA, *(Column(name, Text) for name in ("article", "kind", "id")))
judgements = Table("judgements", METADATA, *(Column(name, Text) for name in ("id", "target", "record")))
runs = Table("runs", METADATA, *(Column(name, Text) for name in ("id", "started", "record")))
sketches = Table("sketches", METADATA, Column("run", Text, primary_key=True), Column("incidents", LargeBinary))
successions = Table("successions", METADATA, Column("was", Text, primary_key=True), Column("now", Text))
shards = Table("shards", METADATA, *(Column(name, Text) for name in ("signature", "key")))
imprints = Table(
    "imprints",
    METADATA,
    *(Column(name, Text) for name in ("article", "digest", "outlet", "date")),
    Column("words", Integer),
    Column("embedded_in", Text),
    *(Column(name, LargeBinary) for name in ("prints", "shingles")),
)
compared = Table("compared", METADATA, *(Column(name, Text) for name in ("key", "a", "b", "copy", "tie")))
