"""Bytes to characters: every character leads back to its own bytes, or says that it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.articles.decode import decode

WORDS = "Kämpfe “heftig” – zwölf Tote"


def leads_home(data: bytes, declared: str | None = None) -> None:
    decoded, _ = decode(data, declared)
    assert len(decoded.offsets) == len(decoded.text) + 1
    assert decoded.offsets[-1] == len(data) or not decoded.text
    mended = {position for start, end, _ in decoded.damaged for position in range(start, end)}
    for position, character in enumerate(decoded.text):
        if position not in mended:
            raw = data[decoded.offsets[position] : decoded.offsets[position + 1]]
            assert raw.decode(decoded.charset) == character


@pytest.mark.parametrize(
    ("data", "declared", "charset", "text"),
    [
        (WORDS.encode(), None, "utf-8", WORDS),
        (WORDS.encode(), "iso-8859-1", "utf-8", WORDS),
        (WORDS.encode("cp1252"), None, "cp1252", WORDS),
        (WORDS.encode("cp1252"), "utf-8", "cp1252", WORDS),
        (WORDS.encode("cp1252"), "iso-8859-1", "cp1252", WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), "cp1252", "utf-8", WORDS),
        (WORDS.encode("utf-16"), None, "utf-16-le", WORDS),
        ("военные сообщили о потерях".encode("cp1251"), "windows-1251", "cp1251", "военные сообщили о потерях"),
        ("<meta charset=shift_jis>軍が発表した".encode("shift_jis"), None, "shift_jis", None),
        ("北京报道军方".encode("gb18030"), "gb2312", "gbk", "北京报道军方"),
        ("© 2024, a bridge at Ärnö, 30 m long".encode("cp1252"), None, "cp1252", "© 2024, a bridge at Ärnö, 30 m long"),
        (b"plain words", "no-such-charset", "utf-8", "plain words"),
    ],
)
def test_charset(data: bytes, declared: str | None, charset: str, text: str | None) -> None:
    decoded, _ = decode(data, declared)
    assert decoded.charset == charset
    assert text is None or decoded.text == text
    leads_home(data, declared)


def test_overruled_charset_is_declared() -> None:
    _, repairs = decode(WORDS.encode(), "iso-8859-1")
    assert [repair.kind for repair in repairs] == ["charset_overruled"]


def test_undecodable_bytes_are_marked_and_counted() -> None:
    decoded, repairs = decode("Größe über alles: zwei Straßen ".encode() + b"\xff\xfe und")
    assert decoded.text.count("\ufffd") == 2
    assert [(repair.kind, repair.count) for repair in repairs] == [("undecodable_bytes", 2)]
    assert [new for _, _, new in decoded.damaged] == ["\ufffd", "\ufffd"]


@pytest.mark.parametrize("words", ["the ministry’s “toll” – said", "Überfall in Żory, drei Tote", "“No,” he said."])
def test_mojibake_is_mended_and_keeps_its_old_form(words: str) -> None:
    broken = words.encode().decode("latin-1")
    decoded, repairs = decode(broken.encode())
    mended = decoded.text
    for start, end, new in reversed(decoded.damaged):
        mended = mended[:start] + new + mended[end:]
    assert mended == words
    assert decoded.text == broken
    assert repairs[-1].kind == "mojibake"


def test_good_text_in_many_scripts_is_left_alone() -> None:
    for words in (
        "Войска вошли в город",
        "قال المتحدث إن القتلى",
        "軍が発表した",
        "Łódź, Kraków – àèìòù",
        "naïve café",
    ):
        decoded, repairs = decode(words.encode())
        assert decoded.damaged == ()
        assert repairs == ()


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "big5", "shift_jis", "utf-16", "iso-2022-jp", "x"]))
def test_any_bytes_lead_home(data: bytes, declared: str | None) -> None:
    leads_home(data, declared)


@given(st.text(max_size=120))
def test_any_text_leads_home(text: str) -> None:
    leads_home(text.encode("utf-8", "replace"))
