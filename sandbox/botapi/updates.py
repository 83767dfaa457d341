"""getUpdates and the webhook's methods."""

import re
from urllib.parse import urlsplit

from sandbox.botapi.methods import method
from sandbox.errors import bad_request, conflict
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.updates import LONGEST_POLL
from sandbox.world.webhook import Webhook
from sandbox.world.world import World

WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_SECRET = re.compile(r"^[A-Za-z0-9_-]{0,256}$")
_PORTS = (443, 80, 88, 8443)


@method("getUpdates", "offset", "limit", "timeout", "allowed_updates")
async def get_updates(world: World, params: Params) -> list[Json]:
    """Updates from `offset` on; waits up to `timeout` seconds (at most 50) for the first."""
    if world.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    world.updates.allow(params.json("allowed_updates"))
    return await world.updates.get(
        params.integer("offset"),
        params.integer("limit", 100, 1, 100),
        params.integer("timeout", 0, 0, LONGEST_POLL),
    )


@method(
    "setWebhook",
    "url",
    "secret_token",
    "allowed_updates",
    "max_connections",
    "drop_pending_updates",
    "ip_address",
)
async def set_webhook(world: World, params: Params) -> bool:
    """Delivers updates to `url` from now on; an empty one goes back to getUpdates."""
    url, secret = params.text("url"), params.text("secret_token")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    if url:
        check_url(url, world.local)
    _end_webhook(world)
    world.updates.allow(params.json("allowed_updates"))
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    if url:
        world.updates.end_poll("terminated by setWebhook request")
        world.webhook = Webhook(world, url, secret, params.integer("max_connections", 40, 1, 100))
    return True


@method("deleteWebhook", "drop_pending_updates")
async def delete_webhook(world: World, params: Params) -> bool:
    """Goes back to getUpdates; what was not delivered waits there."""
    _end_webhook(world)
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def _end_webhook(world: World) -> None:
    if world.webhook is not None:
        world.webhook.stop()
        world.webhook = None


def check_url(url: str, local: bool) -> None:
    """https and ports 443, 80, 88, 8443 only, unless the server runs as `--local`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise bad_request("bad webhook: invalid webhook URL specified") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: invalid webhook URL specified")
    if local:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, *_PORTS):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


@method("getWebhookInfo")
async def get_webhook_info(world: World, _params: Params) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    hook = world.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": world.updates.waiting}
    if hook is not None:
        info.update(url=hook.url, max_connections=hook.connections)
        info["pending_update_count"] += hook.undelivered
        if hook.last_error is not None:
            info["last_error_date"], info["last_error_message"] = hook.last_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = world.updates.allowed
    return info
