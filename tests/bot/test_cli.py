"""The command line, as an administrator uses it, against a sandbox.

Each command is a process: most are forked from one that has imported the bot (`tests.bot.forking`), and each command
once begins with nothing, as at a terminal.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from tests.bot.forking import CommandLine

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "documents" / "plans" / "hospital-2024.docx"
EXPECTED = ROOT / "tests" / "documents" / "expected" / "hospital-2024.expected.json"
TOKEN = "77:a-token-for-the-sandbox"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    """The address of a sandbox."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "sandbox",
        "--port",
        str(port),
        "--token",
        TOKEN,
        "--username",
        "orynda_test_bot",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip().rstrip("/")
        _wait_for(address)
        yield address
        process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/sandbox/state", timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def command_line() -> Iterator[CommandLine]:
    """What commands are forked from."""
    line = CommandLine()
    yield line
    line.close()


@pytest.fixture
def run(tmp_path: Path, command_line: CommandLine) -> Run:
    """Runs `python -m bot …` on data of its own."""
    return running(tmp_path, lambda words, env: command_line.run(words, tmp_path, env))


@pytest.fixture(scope="module")
def with_hospital(tmp_path_factory: pytest.TempPathFactory, command_line: CommandLine) -> Path:
    """A data folder in which the hospital's plan was loaded and accepted; copied for each test."""
    folder = tmp_path_factory.mktemp("hospital")
    run = running(folder, lambda words, env: command_line.run(words, folder, env))
    run("plan", "load", str(PLAN), "--accept", "--organisation", "Больница")
    return folder / "data"


@pytest.fixture
def hospital(tmp_path: Path, with_hospital: Path) -> None:
    """The hospital's plan is live."""
    shutil.copytree(with_hospital, tmp_path / "data")


@pytest.fixture
def run_anew(tmp_path: Path) -> Run:
    """The same with nothing imported beforehand."""

    def begin(words: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "bot", *words]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)

    return running(tmp_path, begin)


def running(
    folder: Path, begin: Callable[[list[str], dict[str, str]], subprocess.CompletedProcess[str]]
) -> Run:
    """Runs a command on the folder's data, and fails where it ends otherwise than it should."""

    def run(
        *words: str, api: str | None = None, fails: bool = False, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("ORYNDA_")}
        env = {**clean, "ORYNDA_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), **settings}
        if api is not None:
            env |= {"ORYNDA_API_URL": api, "ORYNDA_TOKEN": TOKEN}
        done = begin(list(words), env)
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


def test_plan_check_prints_json_alone_and_needs_no_token(run_anew: Run) -> None:
    read = json.loads(run_anew("plan", "check", str(PLAN), "--json").stdout)
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    assert [a["title"] for a in read["activities"]] == [a["title"] for a in expected["activities"]]
    assert [a["targets"] for a in read["activities"]] == [a["targets"] for a in expected["activities"]]
    first = next(d for d in read["doubts"] if d["activity"] == read["activities"][0]["id"])
    assert first["why"] == "target-outside-deadline"


HEAD = "№;Мероприятие;Форма завершения;Срок исполнения;Ответственные исполнители"
ROWS = (
    "1;Закуп аппарата Холтер;Акт;2 квартал 2024 года;Метролог",
    "2;Капитальный ремонт кровли здания;Акт;3 квартал 2024 года;Экономист",
    "3;Поверка приборов;Сертификат;4 квартал 2024 года;Метролог",
)


def csv_plan(folder: Path, name: str, *rows: str) -> str:
    (folder / name).write_text("\n".join(["План мероприятий на 2024 год", HEAD, *rows]), encoding="utf-8")
    return name


def test_a_file_is_loaded_as_a_new_edition_and_says_what_it_changes(run: Run, tmp_path: Path) -> None:
    first = csv_plan(tmp_path, "a.csv", *ROWS)
    run("plan", "load", first, "--accept", "--organisation", "Больница")
    second = csv_plan(
        tmp_path, "b.csv", ROWS[0].replace("2 квартал", "3 квартал"), ROWS[2], "4;Учёт;Акт;май 2024;Юрист"
    )
    waiting = run("plan", "load", second, "--edition-of", "1").stdout
    assert "edition of plan 1 (План мероприятий на 2024 год): 1 added, 1 changed, 1 dropped" in waiting
    assert "  + 3. Учёт" in waiting
    assert "  * 1. Закуп аппарата Холтер: deadline_text" in waiting
    assert "  - 2. Капитальный ремонт кровли здания" in waiting
    assert "waiting for a coordinator" in waiting
    said = run("plan", "load", second, "--edition-of", "план мероприятий на 2024 год", "--accept").stdout
    assert "accepted: 2 reports owed" in said, "the row that the edition brings was over before"
    back = run("plan", "load", first, "--edition-of", "1", "--accept").stdout
    assert "1 back again" in back
    assert "  < 2. Капитальный ремонт кровли здания" in back
    assert [line.split("\t")[:2] for line in run("plan", "list").stdout.splitlines()] == [
        ["1", "live"],
        ["2", "proposed"],
        ["3", "superseded"],
        ["4", "superseded"],
    ]


def test_an_edition_with_uncertain_rows_waits_for_the_chat(run: Run, tmp_path: Path) -> None:
    run("plan", "load", csv_plan(tmp_path, "a.csv", *ROWS), "--accept", "--organisation", "Больница")
    alike = ROWS[1].replace("кровли здания", "крыши нового здания")
    second = csv_plan(tmp_path, "b.csv", ROWS[0], alike, ROWS[2])
    refused = run("plan", "load", second, "--edition-of", "1", "--accept", fails=True)
    assert refused.stderr == (
        "Before it is accepted, a coordinator must match 1 row in the chat: plan 2 waits in /plans.\n"
    )
    unknown = run("plan", "load", second, "--edition-of", "Другой план", fails=True).stderr
    assert unknown == "There is no live plan “Другой план”. Live plans: 1 План мероприятий на 2024 год\n"
    assert [line.split("\t")[1] for line in run("plan", "list").stdout.splitlines()] == ["live", "proposed"]


def test_each_command_begins_with_nothing_imported(run: Run, run_anew: Run, tmp_path: Path) -> None:
    """The others do so beside a bot that runs: tests/bot/test_second_process.py."""
    plan = csv_plan(tmp_path, "a.csv", *ROWS)
    assert "accepted" in run_anew("plan", "load", plan, "--accept", "--organisation", "Больница").stdout
    assert "written" in run_anew("plan", "export", "1", "--format", "docx", "-o", "plan.docx").stdout
    assert "written" in run_anew("plan", "template", "-o", "empty.xlsx").stdout
    assert "Метролог" in run_anew("summary", "1", "--period", "2024-Q2").stdout
    run("backup", "copy.tar")
    run_anew("restore", "copy.tar", "--force")
    assert "live" in run("plan", "list").stdout


def test_plan_check_in_words(run: Run) -> None:
    said = run("plan", "check", str(PLAN)).stdout
    assert "68 activities" in said
    assert "?" in said


UNKNOWN = """Альфа;Бета;Гамма;Дельта
10;Алматы синий;5,5;ку
20;Астана красный;6,5;ка
30;Шымкент зелёный;7,5;ко
"""


def test_a_table_of_any_words_is_read_by_a_map(run: Run, tmp_path: Path) -> None:
    (tmp_path / "any.csv").write_text(UNKNOWN, encoding="utf-8")
    done = run("plan", "check", "any.csv", "--write-map", "map.toml", fails=True)
    assert "  4. Дельта = unknown ?" in done.stdout
    assert one_line(done).startswith(
        "No row of a plan was found in any.csv. Seen: table 1 (3 rows, 4 columns); "
    )
    written = (tmp_path / "map.toml").read_text(encoding="utf-8")
    assert "at = 2  # Бета “Алматы синий”" in written
    edited = written.replace('# role = "unknown"', 'role = "target"\nperiod = "2024-Q1"', 1)
    edited = edited.replace('# role = "unknown"', 'role = "responsible"')
    edited = edited.replace("# [[table.column]]", "[[table.column]]").replace("# at =", "at =")
    (tmp_path / "map.toml").write_text(edited, encoding="utf-8")
    checked = run("plan", "check", "any.csv", "--map", "map.toml").stdout
    assert "3 activities, 3 posts" in checked
    assert "  3. Гамма = target 2024-Q1" in checked
    assert "no rows found" in run("plan", "load", "any.csv").stdout
    loaded = run("plan", "load", "any.csv", "--map", "map.toml").stdout
    assert "3 activities" in loaded
    assert "waiting" in loaded


def test_a_file_of_which_no_row_was_read_is_refused_with_what_was_seen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "any.csv").write_text(UNKNOWN, encoding="utf-8")
    done = run("plan", "check", "any.csv", fails=True)
    refusal = one_line(done)
    assert "no heading is known" in refusal
    assert "--write-map" in refusal
    assert "plan template" in refusal
    assert done.returncode == run("plan", "check", csv_plan(tmp_path, "b.csv"), fails=True).returncode
    known = UNKNOWN.replace("Альфа", "№").replace("Дельта", "Ответственный")
    (tmp_path / "known.csv").write_text(known, encoding="utf-8")
    done = run("plan", "check", "known.csv", "--json", fails=True)
    assert json.loads(done.stdout)["activities"] == []
    assert "headings known: № = number, Ответственный = responsible. " in one_line(done)


def test_a_bad_map_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "any.csv").write_text(UNKNOWN, encoding="utf-8")
    (tmp_path / "map.toml").write_text("[[table]]\nplace = 7\n", encoding="utf-8")
    for command in ("check", "load"):
        refusal = one_line(run("plan", command, "any.csv", "--map", "map.toml", fails=True))
        assert refusal == "In the map of columns, table 7: the file has 1"
    assert run("plan", "list").stdout == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"\x89PNG\r\n\x1a\n" + b"x" * 50, ""),
        ("b.docx", b"PK\x03\x04 broken", ""),
        ("c.csv", b"", ""),
    ],
)
def test_a_bad_file_is_refused_in_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("plan", "check", name, fails=True)
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_a_plan_is_loaded_accepted_and_summed_up(run: Run) -> None:
    refusal = run("plan", "load", str(PLAN), "--accept", fails=True).stderr
    assert "--organisation" in refusal
    said = run("plan", "load", str(PLAN), "--accept", "--organisation", "Больница").stdout
    assert "68 activities" in said
    assert re.search(r"accepted: \d+ reports", said)
    listed = run("plan", "list").stdout.strip().splitlines()
    assert [line.split("\t")[1] for line in listed] == ["live"]
    number = listed[0].split("\t")[0]
    summary = json.loads(run("summary", number, "--period", "2024-Q1", "--format", "json").stdout)
    assert summary
    assert "I квартал 2024" in run("summary", number, "--period", "2024-Q1", "--language", "ru").stdout
    assert "квартал" not in run("summary", number, "--period", "2024-Q1").stdout.splitlines()[0]
    assert "no such language" in run("summary", number, "--language", "fr", fails=True).stderr


@pytest.mark.parametrize("format", ["docx", "xlsx", "csv"])
@pytest.mark.usefixtures("hospital")
def test_a_plan_is_written_as_a_file_that_is_read_back(run: Run, tmp_path: Path, format: str) -> None:
    target = tmp_path / f"export.{format}"
    assert "written" in run("plan", "export", "1", "--format", format, "-o", str(target)).stdout
    read = json.loads(run("plan", "check", str(target), "--json").stdout)
    assert len(read["activities"]) == 68
    assert read["plan"]["organisation"] == "Больница"


@pytest.mark.parametrize(
    ("rhythm", "heading"), [(None, "2-тоқсан"), ("months", "Ақпан"), ("years", "2027 жыл")]
)
def test_an_empty_plan_is_written_for_the_rhythm_that_was_asked_for(
    run: Run, tmp_path: Path, rhythm: str | None, heading: str
) -> None:
    target = tmp_path / "plan.xlsx"
    chosen = ("--rhythm", rhythm) if rhythm else ()
    told = run("plan", "template", "-o", str(target), "--language", "kk", "--year", "2026", *chosen)
    assert "written" in told.stdout
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert heading in {cell.value for row in sheet.iter_rows(max_row=4) for cell in row}


@pytest.mark.usefixtures("hospital")
def test_an_export_that_cannot_be_made_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    target = str(tmp_path / "export")
    assert "pdf" in one_line(run("plan", "export", "1", "--format", "pdf", "-o", target, fails=True))
    assert "“9”" in one_line(run("plan", "export", "9", "-o", target, fails=True))
    assert one_line(run("plan", "export", "1", "-o", str(tmp_path / "no" / "export"), fails=True))


def test_invitations(run: Run, telegram: str) -> None:
    link = run("invite", "--role", "coordinator", api=telegram).stdout.strip()
    assert re.fullmatch(r"https://t\.me/orynda_test_bot\?start=[A-Za-z0-9_-]{1,64}", link)
    assert link != run("invite", "--role", "coordinator", api=telegram).stdout.strip()
    assert "wizard" in run("invite", "--role", "wizard", api=telegram, fails=True).stderr
    assert "ORYNDA_TOKEN" in run("invite", "--role", "manager", fails=True).stderr


@pytest.mark.usefixtures("hospital")
def test_backup_restore_and_the_journal(run: Run, tmp_path: Path) -> None:
    run("backup", "copy.tar")
    run("restore", "copy.tar", fails=True)
    run("restore", "copy.tar", "--force")
    assert "live" in run("plan", "list").stdout
    assert "whole" in run("journal", "verify").stdout


def test_the_doctor(run: Run, telegram: str) -> None:
    said = run("doctor", api=telegram).stdout
    assert "BAD" not in said
    assert "@orynda_test_bot" in said
    sick = run("doctor", fails=True).stdout
    assert "ORYNDA_TOKEN" in sick


def test_the_doctor_says_that_others_can_get_at_the_data(run: Run, telegram: str, tmp_path: Path) -> None:
    run("migrate")
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    (tmp_path / "data" / "orynda.db").chmod(0o644)
    assert "BAD data folder: others can get at 1 of" in run("doctor", api=telegram, fails=True).stdout


def test_the_doctor_says_that_the_disk_fills(run: Run, telegram: str) -> None:
    sick = run("doctor", api=telegram, fails=True, ORYNDA_MIN_FREE_MB=str(10**9)).stdout
    assert "MiB are free on its disk, 1000000000 are wanted (ORYNDA_MIN_FREE_MB)" in sick


@pytest.mark.usefixtures("hospital")
def test_reminders_can_be_rehearsed(run: Run) -> None:
    said = run("remind", "--dry-run", "--at", "2024-04-02T09:00:00").stdout
    assert said == "nobody would be reminded\n"  # nobody has joined
    assert "--dry-run" in run("remind", "--at", "2024-04-02T09:00:00", fails=True).stderr


@pytest.mark.usefixtures("hospital")
def test_a_push_from_outside_seals_the_journal(run: Run, telegram: str) -> None:
    assert "not sealed yet" in run("journal", "verify").stdout
    run("remind", api=telegram)
    assert run("journal", "verify").stdout == "the journal is whole\n"


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The last line on standard error, where no other is words for people (the log's are JSON)."""
    assert done.returncode == 1
    [line] = [line for line in done.stderr.strip().splitlines() if not line.startswith("{")]
    return line


@pytest.mark.parametrize("words", [("invite", "--role", "coordinator"), ("remind",)])
def test_a_telegram_that_does_not_answer_is_said_in_one_line(run: Run, words: tuple[str, ...]) -> None:
    assert "cannot be reached" in one_line(run(*words, api="http://127.0.0.1:9", fails=True))


def test_an_invitation_whose_link_cannot_be_made_is_not_kept(run: Run, tmp_path: Path) -> None:
    run("invite", "--role", "coordinator", api="http://127.0.0.1:9", fails=True)
    with closing(sqlite3.connect(tmp_path / "data" / "orynda.db")) as database:
        assert database.execute("select count(*) from invitation").fetchone() == (0,)


def test_a_wrong_token_is_said_in_one_line(run: Run, telegram: str) -> None:
    done = run("run", fails=True, ORYNDA_API_URL=telegram, ORYNDA_TOKEN="78:another")
    assert "ORYNDA_TOKEN" in one_line(done)


def test_a_port_that_is_taken_is_said_in_one_line(run: Run, telegram: str) -> None:
    taken = telegram.removeprefix("http://")
    assert "in use" in one_line(run("run", api=telegram, fails=True, ORYNDA_LISTEN=taken))


def test_a_time_that_is_none_is_said_in_one_line(run: Run) -> None:
    assert "not a time: foo" in one_line(run("demo", "--now", "foo", fails=True))


def test_a_process_that_runs_says_it_is_well(run: Run, telegram: str, tmp_path: Path) -> None:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("ORYNDA_")}
    env = {
        **clean,
        "ORYNDA_DATA_DIR": str(tmp_path / "live"),
        "ORYNDA_API_URL": telegram,
        "ORYNDA_TOKEN": TOKEN,
    }
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**env, "ORYNDA_LISTEN": "127.0.0.1:0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        port = None
        for line in process.stdout:
            if '"listening"' in line:
                port = json.loads(line)["port"]
            if '"started"' in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            assert b"orynda" in answer.read()
        process.terminate()
        rest = process.stdout.read()
        assert process.wait(15) == 0, rest
        assert "Traceback" not in rest
