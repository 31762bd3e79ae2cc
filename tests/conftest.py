"""What holds for all tests."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are not named by what they hold: a gzip stream carries the second it was made in, and two workers that
    collect in different seconds would disagree about the names of tests."""
    return argname if isinstance(val, bytes) else None
