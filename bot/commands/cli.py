"""The command line. What a command needs is imported when it runs; words for the terminal are plain English."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from bot.commands.error_words import in_words
from bot.settings import Settings, SettingsError, load_settings
from core.kernel.errors import DomainError
from core.kernel.languages import LANGUAGES
from core.plan.columns import ReadingMap
from core.plan.rhythms import Rhythm

T = TypeVar("T")

app = typer.Typer(
    name="orynda",
    help="Field reporting against approved plans, in Telegram.",
    no_args_is_help=True,
    add_completion=False,
)
plan_app = typer.Typer(help="Plans: reading, checking, loading.", no_args_is_help=True)
journal_app = typer.Typer(help="The journal of who did what.", no_args_is_help=True)
app.add_typer(plan_app, name="plan")
app.add_typer(journal_app, name="journal")

PlanFile = Annotated[Path, typer.Argument(help="a plan: DOCX, XLSX, CSV or PDF", exists=True, dir_okay=False)]
MapFile = Annotated[
    Path | None,
    typer.Option(
        help="a TOML file that says what its columns are (`plan check --write-map` makes one)",
        exists=True,
        dir_okay=False,
    ),
]
ONE_OF_THEM = f"{', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}"


def main() -> None:
    """Runs a command; what a person can mend is said in one line, with exit status 1."""
    try:
        app()
    except SettingsError as error:
        _fail(str(error))
    except DomainError as error:
        _fail(in_words(error))
    except Exception as error:
        words = trouble_in_words(error)
        if words is None:
            raise
        _fail(words)


def trouble_in_words(error: Exception) -> str | None:
    """What an administrator can mend outside the program, in one line; None for a mistake of ours."""
    from telegram.error import InvalidToken, NetworkError, TelegramError

    if isinstance(error, InvalidToken):
        return "Telegram does not know this token: is ORYNDA_TOKEN what @BotFather gave?"
    if isinstance(error, NetworkError):
        return f"Telegram cannot be reached (ORYNDA_API_URL, the network): {_one_line(error)}"
    if isinstance(error, TelegramError):
        return f"Telegram refused: {_one_line(error)}"
    return _one_line(error) if isinstance(error, OSError) else None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _fail(words: str) -> NoReturn:
    sys.stderr.write(words + "\n")
    sys.exit(1)


def say(words: str) -> None:
    """A line on standard output."""
    sys.stdout.write(words + "\n")


def _with_storage(do: Callable[[Any, Settings], Awaitable[T]]) -> T:
    async def run() -> T:
        from storage import open_storage

        settings = load_settings()
        storage = await open_storage(settings.database, way_to_sqlite=settings.sqlite)
        try:
            return await do(storage, settings)
        finally:
            await storage.close()

    return asyncio.run(run())


@app.command()
def run(
    no_scheduler: Annotated[bool, typer.Option(help="no reminders from this process")] = False,
    only_scheduler: Annotated[bool, typer.Option(help="reminders only, no conversations")] = False,
) -> None:
    """Runs the bot, by polling or webhook, with its scheduler."""
    from bot.running import run_bot

    run_bot(load_settings(), intake=not only_scheduler, scheduler=not no_scheduler)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="of the page")] = 8300,
    now: Annotated[str | None, typer.Option(help="where the clock begins, time of Almaty")] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option(help="live from the start, such as hospital-2024 or concept-2026 (may be given again)"),
    ] = None,
    ready: Annotated[
        bool, typer.Option("--ready", help="two plans with a row of each kind are live, everybody has joined")
    ] = False,
) -> None:
    """The sandbox, the bot and a real plan on this machine; prints the page's address. Needs no token."""
    from bot.commands.demo import run_demo

    run_demo(port, _time(now) if now else None, plan or (), ready)


def _time(typed: str) -> datetime:
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        _fail(f"not a time: {typed}; such as 2024-03-26T09:00")


@plan_app.command("check")
def plan_check(
    file: PlanFile,
    as_json: Annotated[bool, typer.Option("--json", help="the reading as JSON, alone")] = False,
    map: MapFile = None,
    write_map: Annotated[
        Path | None, typer.Option(help="a TOML file to write what each column was taken for, to edit it")
    ] = None,
) -> None:
    """Reads a plan file and says what it took each column for, what it understood and what it doubts.

    Exit status 1 where no row of a plan was found in it.
    """
    from bot.commands.loading import read_by_map
    from bot.commands.map_file import map_toml
    from bot.commands.output import lines_of, without_rows
    from storage.files import write_output

    read = asyncio.run(read_by_map(file.read_bytes(), file.name, _map_in(map)))
    if write_map is not None:
        write_output(write_map, map_toml(read.tables, file.name).encode())
    for line in [json.dumps(read.as_json(), ensure_ascii=False, indent=1)] if as_json else lines_of(read):
        say(line)
    refusal = without_rows(read, file.name)
    if refusal is not None:
        _fail(refusal)


def _map_in(file: Path | None) -> ReadingMap:
    from bot.commands.map_file import read_map

    return read_map(file.read_bytes()) if file is not None else ReadingMap()


@plan_app.command("load")
def plan_load(
    file: PlanFile,
    accept: Annotated[bool, typer.Option(help="make it live, owners as proposed")] = False,
    title: Annotated[str | None, typer.Option(help="where the file has none")] = None,
    organisation: Annotated[str | None, typer.Option(help="where the file has none")] = None,
    year: Annotated[int | None, typer.Option(help="where the file has none")] = None,
    edition_of: Annotated[
        str | None, typer.Option(help="the live plan (number or title) that it is a new edition of")
    ] = None,
    map: MapFile = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="from which day on it is reported on; the open period without it"
        ),
    ] = None,
) -> None:
    """Puts a plan before the coordinator, or accepts it at once; says what a new edition changes."""
    from bot.commands.loading import kept, load

    parts = {"title": title, "organisation": organisation, "year": str(year) if year else None}
    content, said = file.read_bytes(), _map_in(map)

    async def loaded(storage: Any, settings: Settings) -> list[str]:
        await kept(settings, content)
        return await load(
            storage,
            content,
            file.name,
            accept=accept,
            parts=parts,
            edition_of=edition_of,
            said=said,
            now=settings.now,
            since=since.date() if since else None,
            zone=settings.zone,
        )

    for line in _with_storage(loaded):
        say(line)


@plan_app.command("template")
def plan_template(
    output: Annotated[Path, typer.Option("-o", help="the workbook to write (XLSX)")],
    language: Annotated[str, typer.Option(help=ONE_OF_THEM)] = LANGUAGES[0],
    year: Annotated[
        int | None, typer.Option(help="of the plan, the first of several; this year without it")
    ] = None,
    rhythm: Annotated[Rhythm, typer.Option(help="what the columns of plan values are for")] = Rhythm.QUARTERS,
) -> None:
    """Writes an empty plan to fill in, with every column explained."""
    from documents.written.template import make_template
    from documents.written.template_words import template_words
    from locales import texts
    from storage.files import write_output

    _refuse_unknown(language)
    words = template_words(texts(), language, year or datetime.now(UTC).year, rhythm)
    write_output(output, make_template(words, rhythm))
    say(f"written: {output}")


@plan_app.command("export")
def plan_export(
    plan: Annotated[str, typer.Argument(help="its number or title, see `plan list`")],
    output: Annotated[Path, typer.Option("-o", help="the file to write")],
    format: Annotated[str, typer.Option(help="docx, xlsx or csv")] = "xlsx",
    language: Annotated[
        str, typer.Option(help="of the header and of words in front of headings: ru or kk")
    ] = LANGUAGES[0],
) -> None:
    """Writes a plan as a file, answers to its doubts included; it can be read back."""
    from bot.commands.exporting import exported
    from storage.files import write_output

    _refuse_unknown(language)
    content = _with_storage(lambda storage, _: exported(storage, plan, format, language))
    write_output(output, content)
    say(f"written: {output}")


def _refuse_unknown(language: str) -> None:
    if language not in LANGUAGES:
        _fail(f"no such language: {language}; one of {', '.join(LANGUAGES)}")


@plan_app.command("list")
def plan_list() -> None:
    """The plans of the register."""
    from core.model.editions import PlanStatus

    async def listed(storage: Any, _: Settings) -> list[str]:
        async with storage.read() as work:
            plans = await work.plans.with_status(*PlanStatus)
        return [f"{p.id}\t{p.status.value}\t{p.title or p.source_name}" for p in plans]

    for line in _with_storage(listed):
        say(line)


@app.command()
def invite(
    role: Annotated[str, typer.Option(help="officer, manager or coordinator")],
    post: Annotated[str | None, typer.Option(help="an officer's post, as the plan names it")] = None,
    plan: Annotated[int | None, typer.Option(help="the plan's number, see `plan list`")] = None,
) -> None:
    """Prints a single-use link."""
    from bot.commands.loading import make_invitation

    say(_with_storage(lambda storage, settings: make_invitation(storage, settings, role, post, plan)))


@app.command()
def summary(
    plan: Annotated[int, typer.Argument(help="the plan's number, see `plan list`")],
    period: Annotated[str | None, typer.Option(help="2024-Q1; the whole plan without it")] = None,
    format: Annotated[str, typer.Option(help="text, json or xlsx")] = "text",
    output: Annotated[Path | None, typer.Option("-o", help="a file; standard output without it")] = None,
    language: Annotated[str, typer.Option(help=ONE_OF_THEM)] = "en",
) -> None:
    """The manager's summary."""
    from bot.commands.output import make_summary
    from storage.files import write_output

    _refuse_unknown(language)
    content = _with_storage(
        lambda storage, settings: make_summary(storage, settings, plan, period, format, language)
    )
    if output is not None:
        write_output(output, content)
    else:
        sys.stdout.buffer.write(content)


@app.command()
def remind(
    dry_run: Annotated[bool, typer.Option(help="say what would be sent, send nothing")] = False,
    at: Annotated[datetime | None, typer.Option(help="as if it were this moment (with --dry-run)")] = None,
) -> None:
    """One push of reminders, for an outside scheduler."""
    from bot.running import remind_once

    for line in asyncio.run(remind_once(load_settings(), dry_run=dry_run, at=at)):
        say(line)


@app.command()
def backup(target: Path) -> None:
    """Copies database and files into one archive, while the bot runs."""
    from storage.backup import backup as make

    settings = load_settings()
    files = make(settings.database, settings.data_dir, target)
    say(f"written: {target}, {files} files of evidence")


@app.command()
def restore(source: Path, force: Annotated[bool, typer.Option(help="over what is there")] = False) -> None:
    """Puts a backup in place of an empty database."""
    from storage.backup import restore as put_back

    settings = load_settings()
    files = put_back(settings.database, settings.data_dir, source, overwrite=force)
    say(f"restored, {files} files of evidence")


@journal_app.command("verify")
def journal_verify() -> None:
    """Checks the chain of the journal; exit status 1 where a line is not what it was."""
    from bot.commands.output import journal_in_words

    async def verify(storage: Any, _: Settings) -> tuple[bool, str]:
        return await journal_in_words(storage)

    is_whole, words = _with_storage(verify)
    if not is_whole:
        _fail(words)
    say(words)


@app.command()
def migrate() -> None:
    """Brings the database's schema up to date."""

    async def nothing(_storage: Any, _settings: Settings) -> None: ...

    _with_storage(nothing)
    say("the database is up to date")


@app.command()
def doctor() -> None:
    """Checks settings, database, Telegram and the plan reader; exit status 1 where something is amiss."""
    from bot.commands.doctor import examine

    findings = asyncio.run(examine())
    for finding in findings:
        say(f"{'ok ' if finding.good else 'BAD'} {finding.words}")
    if not all(f.good for f in findings):
        sys.exit(1)
