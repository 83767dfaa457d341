"""A small bot of its own process: counts each update in the transaction that marks it done. It gets killed."""

import asyncio
import sys

from bot.clock import SystemClock
from bot.intake.inbox import Intake
from bot.intake.polling import Polling
from bot.metrics import Metrics
from bot.sending.transport import build_bot, build_updates_request
from bot.settings import Settings
from core.ports.queues import Incoming
from storage import open_storage


async def main(api_url: str, token: str, database: str) -> None:
    settings = Settings(_env_file=None, token=token, api_url=api_url)
    storage = await open_storage(database)

    async def handle(incoming: Incoming) -> None:
        async with storage.begin() as work:
            name = f"count {incoming.update_id}"
            await work.notes.write(name, str(int(await work.notes.read(name) or 0) + 1))
            await asyncio.sleep(0.005)
            await work.inbox.done(incoming.update_id)
        sys.stdout.write(f"{incoming.update_id}\n")
        sys.stdout.flush()

    async def on_poison(incoming: Incoming, name: str) -> None:
        raise AssertionError(f"poison: {incoming} {name}")

    intake = Intake(storage, SystemClock(), handle, on_poison, Metrics())
    await intake.start()
    await Polling(build_bot(settings), build_updates_request(settings), intake.accept).run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
