"""`python -m sandbox`: runs the sandbox alone."""

import argparse
import sys

from sandbox.server import FIRST_NAME, TOKEN, USERNAME, create_app, make_server
from sandbox.world.clock import from_iso


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument(
        "--now", type=from_iso, help="start a virtual clock at this time (ISO 8601; UTC if unsaid)"
    )
    parser.add_argument("--username", default=USERNAME)
    parser.add_argument("--first-name", default=FIRST_NAME)
    parser.add_argument("--local", action="store_true", help="allow any webhook address, plain http too")
    return parser.parse_args()


def main() -> None:
    """Runs until it is stopped."""
    args = arguments()
    app = create_app(
        token=args.token, username=args.username, first_name=args.first_name, now=args.now, local=args.local
    )
    sys.stdout.write(f"http://{args.host}:{args.port}/\n")
    sys.stdout.flush()
    make_server(app, args.host, args.port, owns_process=True).run()


if __name__ == "__main__":
    main()
