"""What was read in documents, kept between runs.

Reading with the encoder takes long, and what comes after it changes more often.  With HEADWATER_READINGS naming a
folder, each document of a yardstick is read as far as who says what (Spoken) once and kept there, under the hash of its
key; empty the folder after a change of the encoder or of the stages before.  Without it, all is read anew.
"""

import os
import pickle
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def kept(yardstick: str, key: str, read: Callable[[], T]) -> T:
    """The value that `read` gives for this key, from the folder where it is there."""
    folder = os.environ.get("HEADWATER_READINGS")
    if not folder:
        return read()
    path = Path(folder) / yardstick / f"{blake2b(key.encode(), digest_size=12).hexdigest()}.pickle"
    if path.exists():
        value: T = pickle.loads(path.read_bytes())
        return value
    value = read()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(value, protocol=5))
    return value
