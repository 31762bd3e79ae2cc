"""Which pieces of a page are main text, told by aligning the page's words with the gold text."""

from collections import Counter

from rapidfuzz.distance import LCSseq

NGRAM = 3
LONG = 60000


def matched_words(pieces: list[list[str]], gold: list[str]) -> list[float]:
    """For each piece, the share of its words that stand in the gold text.

    Words are aligned by the longest common subsequence, counting only runs; what the order of the page hides (gold that
    moves a caption, say) is then looked up among the gold words left over, as n-grams or as a whole short piece.
    """
    page = [word for piece in pieces for word in piece][:LONG]
    owner = [number for number, piece in enumerate(pieces) for _ in piece][:LONG]
    hits = Counter[int]()
    left = [True] * len(gold)
    for block in LCSseq.opcodes(page, gold).as_list() if page and gold else ():
        tag, start, end, gold_start, gold_end = block
        if tag != "equal":
            continue
        for offset, gold_at in enumerate(range(gold_start, gold_end)):
            number = owner[start + offset]
            whole = end - start >= min(NGRAM, len(pieces[number]))
            if whole:
                hits[number] += 1
                left[gold_at] = False
    spare = _ngrams([word if free else "\0" for word, free in zip(gold, left, strict=True)])
    shares = []
    for number, piece in enumerate(pieces):
        share = hits[number] / len(piece) if piece else 0.0
        if share < 0.5 and piece:
            share = max(share, _from_spare(piece, spare))
        shares.append(share)
    return shares


def _from_spare(piece: list[str], spare: Counter[tuple[str, ...]]) -> float:
    size = min(NGRAM, len(piece))
    grams = [tuple(piece[at : at + size]) for at in range(len(piece) - size + 1)]
    found = [gram for gram in grams if spare[gram] > 0]
    if len(found) < 0.6 * len(grams):
        return 0.0
    for gram in found:
        spare[gram] -= 1
    return len(found) / len(grams)


def _ngrams(words: list[str]) -> Counter[tuple[str, ...]]:
    counted = Counter[tuple[str, ...]]()
    for size in range(1, NGRAM + 1):
        counted.update(
            gram for at in range(len(words) - size + 1) if "\0" not in (gram := tuple(words[at : at + size]))
        )
    return counted
