"""The contract of an engine, over work in this process and in a pool; then what only a pool can do."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import jobs
import pytest

from headwater.engines.local import LocalEngine

ENGINES = {"here": LocalEngine(workers=1), "pool": LocalEngine(workers=2, few=1, chunk=3)}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> LocalEngine:
    return ENGINES[request.param]


def test_answers_come_in_the_order_of_the_items(engine: LocalEngine) -> None:
    assert list(engine.map(jobs.slow_first, iter(range(50)))) == list(range(50))


def test_nothing_gives_nothing(engine: LocalEngine) -> None:
    assert list(engine.map(jobs.square, [])) == []


def test_an_exception_comes_where_its_item_stood(engine: LocalEngine) -> None:
    got = []
    with pytest.raises(ValueError, match="nine is not to be had"):
        for answer in engine.map(jobs.fails_at_nine, range(20)):
            got.append(answer)
    assert got == list(range(9))


def test_groups_in_the_order_of_their_first_item(engine: LocalEngine) -> None:
    assert list(engine.group(jobs.even, [3, 2, 5, 4], jobs.total)) == [8, 6]


def test_items_are_drawn_as_they_are_needed(engine: LocalEngine) -> None:
    drawn = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            drawn.append(number)
            yield number

    answers = engine.map(jobs.square, items())
    assert [next(answers) for _ in range(3)] == [0, 1, 4]
    assert len(drawn) < 100


def test_an_item_out_of_time_is_answered_for(engine: LocalEngine) -> None:
    limited = LocalEngine(engine.workers, few=1, timeout_s=0.4, on_timeout=jobs.negative)
    assert list(limited.map(jobs.sleep_hard_at_five, range(8))) == [0, 1, 2, 3, 4, -5, 6, 7]


def test_an_item_out_of_time_without_an_answer_raises(engine: LocalEngine) -> None:
    limited = LocalEngine(engine.workers, few=1, timeout_s=0.4)
    with pytest.raises(TimeoutError, match=r"0\.4 s"):
        list(limited.map(jobs.hangs_at_five, range(8)))


def test_few_items_stay_in_this_process() -> None:
    assert set(LocalEngine(workers=2, few=200).map(jobs.process_id, range(199))) == {os.getpid()}


def test_many_items_leave_it() -> None:
    ids = set(LocalEngine(workers=2, few=200).map(jobs.process_id, range(200)))
    assert os.getpid() not in ids
    assert 1 <= len(ids) <= 2


def test_an_item_that_kills_its_worker_twice_is_answered_for() -> None:
    engine = LocalEngine(workers=2, few=1, chunk=4, on_death=jobs.negative)
    assert list(engine.map(jobs.dies_at_seven, range(20))) == [*range(7), -7, *range(8, 20)]


def test_an_item_that_kills_its_worker_once_is_done_the_second_time(tmp_path: Path) -> None:
    engine = LocalEngine(workers=2, few=1, chunk=4)
    items = [(number, str(tmp_path / "mark") if number == 2 else "") for number in range(12)]
    assert list(engine.map(jobs.dies_once, items)) == list(range(12))


def test_a_death_without_an_answer_raises() -> None:
    with pytest.raises(RuntimeError, match="killed its worker process twice"):
        list(LocalEngine(workers=2, few=1).map(jobs.dies_at_seven, range(20)))


def test_each_process_prepares_once() -> None:
    engine = LocalEngine(workers=2, few=1, start=jobs.prepare)
    assert {times for _, times in engine.map(jobs.preparations, range(40))} == {1}


def test_a_failed_preparation_is_raised_here() -> None:
    engine = LocalEngine(workers=2, few=1, start=jobs.fail_to_prepare)
    with pytest.raises(FileNotFoundError, match="no lexicon here"):
        list(engine.map(jobs.square, range(10)))


def test_an_answer_that_cannot_be_sent_is_an_error_of_its_item() -> None:
    answers = LocalEngine(workers=2, few=1).map(jobs.unsendable_at_three, range(6))
    assert [next(answers) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(RuntimeError, match="could not be sent back"):
        next(answers)


def test_no_process_is_left_when_the_answers_are_not_wanted() -> None:
    answers = LocalEngine(workers=2, few=1).map(jobs.process_id, range(1000))
    worker = next(answers)
    started = time.monotonic()
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5
    assert _gone(worker)


def test_workers_end_when_their_parent_is_killed() -> None:
    script = """
        import os, signal, sys
        sys.path.insert(0, sys.argv[1])
        import jobs
        from headwater.engines.local import LocalEngine
        if __name__ == "__main__":
            print(next(LocalEngine(workers=2, few=1).map(jobs.process_id, range(1000))), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
    """
    path = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert _gone(int(done.stdout))


def test_a_worker_that_cannot_start_says_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "import os\nfrom headwater.engines.local import LocalEngine\n"
        "if __name__ != '__main__': os._exit(9)\n"
        "print(list(LocalEngine(workers=2, few=1).map(abs, range(9))))\n"
    )
    done = subprocess.run([sys.executable, str(script)], check=False, capture_output=True, text=True, timeout=60)
    assert "RuntimeError: a worker process ended before it was ready (exit code 9)" in done.stderr


def _gone(pid: int) -> bool:
    for _ in range(100):
        state = Path(f"/proc/{pid}/stat")
        try:
            if Path("/proc").exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
            os.kill(pid, 0)
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
