"""Systems that find pairs of copies: ours, and MinHash with LSH as two packages have it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec

from eval.copying.texts import Text, account_of
from headwater.gathering.lineage import find_copies
from headwater.records import Copy

Pairs = set[frozenset[str]]
PERMUTATIONS = 128
SHINGLE = 3


def ours(texts: Sequence[Text]) -> tuple[Copy, ...]:
    """All that find_copies says."""
    return find_copies(account_of(text) for text in texts)


def shingles(text: Text) -> list[str]:
    """Every three words in a row, case folded."""
    words = "".join(char if char.isalnum() else " " for char in text.text.casefold()).split()
    return sorted({" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 1))})


def datasketch(threshold: float) -> Callable[[Sequence[Text]], Pairs]:
    """MinHash and LSH of datasketch; candidates stay where the estimated Jaccard is at least the threshold."""

    def run(texts: Sequence[Text]) -> Pairs:
        from datasketch import MinHash, MinHashLSH

        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        made, pairs = {}, Pairs()
        for text in texts:
            hashed = MinHash(num_perm=PERMUTATIONS, seed=1)
            hashed.update_batch([shingle.encode() for shingle in shingles(text)])
            near = (other for other in index.query(hashed) if hashed.jaccard(made[other]) >= threshold)
            pairs.update(frozenset((text.id, other)) for other in near)
            made[text.id] = hashed
            index.insert(text.id, hashed)
        return pairs

    return run


def rensa(threshold: float) -> Callable[[Sequence[Text]], Pairs]:
    """RMinHash and RMinHashLSH of rensa, 32 bands; the same threshold on the estimate."""

    def run(texts: Sequence[Text]) -> Pairs:
        from rensa import RMinHash, RMinHashLSH

        index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32)
        made, pairs = [], Pairs()
        for number, text in enumerate(texts):
            hashed = RMinHash(num_perm=PERMUTATIONS, seed=1)
            hashed.update(shingles(text))
            near = (other for other in index.query(hashed) if hashed.jaccard(made[other]) >= threshold)
            pairs.update(frozenset((text.id, texts[other].id)) for other in near)
            made.append(hashed)
            index.insert(number, hashed)
        return pairs

    return run


def rivals() -> Iterator[tuple[str, Callable[[Sequence[Text]], Pairs]]]:
    """Those whose packages are there."""
    makers: Mapping[str, Callable[[float], Callable[[Sequence[Text]], Pairs]]] = {
        "datasketch": datasketch,
        "rensa": rensa,
    }
    for name, maker in makers.items():
        if find_spec(name):
            for threshold in (0.5, 0.2):
                yield f"{name}{round(threshold * 100)}", maker(threshold)
