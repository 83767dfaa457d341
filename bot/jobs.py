"""What the outbox does besides messages: reads plan files (`bot.plan_jobs`), makes workbooks and QR codes, sets menus, passes files on.

Each kind is durable: it is a row of the outbox until it is done, and is done again where a crash left it unknown.
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable, Sequence

from telegram import BotCommand, BotCommandScopeChat, InputFile

from bot.plan_jobs import PlanReading
from bot.sending.messenger import sending
from bot.sending.outbox import Send
from bot.sending.sender import Sender
from bot.workers import Workers
from core.kernel.errors import DomainError, Missing
from core.kernel.languages import LANGUAGES
from core.ports.queues import Outgoing
from core.ports.unit_of_work import Work
from handlers.entry.answering import Answering
from handlers.frame.deps import Deps
from handlers.frame.menu import commands_for
from handlers.frame.messages import (
    DigestAnswered,
    EvidenceFile,
    Export,
    Menu,
    QrCode,
    ReadAgain,
    ReadPlan,
    Template,
)
from handlers.frame.screens import Screen
from handlers.frame.turn import NO_VERSION, Turn
from handlers.manager.export import file_name, summary_workbook_data
from handlers.people.invite import link_url
from reminders.rules import Digest

SLOW = frozenset(job.kind for job in (ReadPlan, ReadAgain, Export, Template, EvidenceFile))
"""What may take long, and has loops of its own: nobody's message waits for somebody's file."""

ENDINGS = {"photo": ".jpg", "voice": ".ogg", "video": ".mp4"}
"""What a file without a name is called by."""

REMINDERS_ANSWERED = 20
"""Of the last reminders, how many lose their buttons once nothing is owed: a working month of them."""

Job = Callable[[Outgoing], Awaitable[Sequence[Send]]]


class Jobs:
    """The jobs by kind: `jobs.kinds[row.kind](row)` does the work and gives what is to be sent after it."""

    def __init__(self, deps: Deps, answering: Answering, sender: Sender, workers: Workers) -> None:
        self._deps = deps
        self._answering = answering
        self._sender = sender
        self._workers = workers
        reading = PlanReading(deps, answering, sender, workers)
        self.kinds: dict[str, Job] = {
            Menu.kind: self._menu,
            ReadPlan.kind: reading.first,
            ReadAgain.kind: reading.again,
            QrCode.kind: self._qr,
            Export.kind: self._or_words(self._export),
            Template.kind: self._template,
            EvidenceFile.kind: self._or_words(self._evidence_file),
            DigestAnswered.kind: self._digest_answered,
        }

    def _or_words(self, job: Job) -> Job:
        """The job; where the rules refuse it, the person who waits for it is told why in one line."""

        async def do(row: Outgoing) -> Sequence[Send]:
            try:
                return await job(row)
            except DomainError as error:
                async with self._deps.storage.read() as work:
                    words = (await self._turn(work, row)).say(error.message_id, **error.args_for_text)
                return [sending(row.person_id, Screen(words), NO_VERSION)]

        return do

    async def _turn(self, work: Work, row: Outgoing) -> Turn:
        person, card = await work.people.session(row.person_id)
        return Turn(self._deps, work, row.person_id, person, self._deps.shown.known(card), self._deps.now())

    async def _menu(self, row: Outgoing) -> Sequence[Send]:
        """The person's own command menu, by role and language."""
        async with self._deps.storage.read() as work:
            person = await work.people.get(row.person_id)
        if person is None:
            return []
        listed = commands_for(person.roles, self._deps.texts, person.language)
        commands = [BotCommand(name, text) for name, text in listed]
        await self._sender.bulk(
            lambda bot: bot.set_my_commands(commands, scope=BotCommandScopeChat(row.person_id)),
            row.person_id,
            idempotent=True,
            cost=0,
        )
        return []

    async def _qr(self, row: Outgoing) -> Sequence[Send]:
        """An invitation's link as a picture."""
        import segno

        url = link_url(self._deps.bot_name, self._deps.link_secret, QrCode.of(row).nonce)
        picture = io.BytesIO()
        segno.make(url, error="m").save(picture, kind="png", scale=10, border=4)
        content = picture.getvalue()
        return [lambda bot: bot.send_photo(row.person_id, InputFile(content, filename="qr.png"), caption=url)]

    async def _export(self, row: Outgoing) -> Sequence[Send]:
        """The summary of a period as a workbook."""
        from documents.written.summary_xlsx import make_summary_xlsx

        wanted = Export.of(row)
        plan_id, period = wanted.plan, wanted.period
        async with self._deps.storage.read() as work:
            person = await work.people.get(row.person_id)
            language = person.language if person else LANGUAGES[0]
            data = await summary_workbook_data(self._deps, work, language, plan_id, period)
            plan = await self._deps.library.plan(work, plan_id)
            name = file_name(self._deps.texts, language, period, plan.title)
        content = await self._workers.run(make_summary_xlsx, data)
        return [lambda bot: bot.send_document(row.person_id, InputFile(content, filename=name))]

    async def _template(self, row: Outgoing) -> Sequence[Send]:
        """An empty plan to fill in, in the coordinator's language, for this year."""
        from documents.written.template import make_template
        from documents.written.template_words import template_words

        rhythm = Template.of(row).rhythm
        texts = self._deps.texts
        async with self._deps.storage.read() as work:
            person = await work.people.get(row.person_id)
        language = person.language if person else LANGUAGES[0]
        content = await self._workers.run(
            make_template, template_words(texts, language, self._deps.today().year, rhythm), rhythm
        )
        name = f"{texts(language, 'template-file')}.xlsx"
        caption = texts(language, "template-caption", sheet=texts(language, "template-sheet"))
        return [
            lambda bot: bot.send_document(row.person_id, InputFile(content, filename=name), caption=caption)
        ]

    async def _digest_answered(self, row: Outgoing) -> Sequence[Send]:
        """The last reminder says that it is answered, where it did not become the card itself; older ones ask no more."""
        async with self._deps.storage.read() as work:
            said = await work.outbox.last_messages(row.person_id, Digest.kind, REMINDERS_ANSWERED)
            turn = await self._turn(work, row)
        messenger, answered = self._answering.messenger, Screen(turn.say("digest-answered"))
        for at, message_id in enumerate(said):
            if message_id == turn.card.message_id:
                continue
            if at == 0:
                await messenger.edit(row.person_id, message_id, answered, NO_VERSION)
            else:
                await messenger.strip(row.person_id, message_id)
        return []

    async def _evidence_file(self, row: Outgoing) -> Sequence[Send]:
        """A piece of evidence, from our own disk, to a manager."""
        async with self._deps.storage.read() as work:
            evidence = await work.evidence.get(EvidenceFile.of(row).evidence)
        if evidence is None or evidence.sha256 is None:
            raise Missing("file-missing")
        content = await self._deps.files.read(evidence.sha256)
        name = evidence.file_name or f"{evidence.id}{ENDINGS.get(evidence.kind, '')}"
        if evidence.kind == "photo":
            return [lambda bot: bot.send_photo(row.person_id, InputFile(content, filename=name))]
        return [lambda bot: bot.send_document(row.person_id, InputFile(content, filename=name))]
