"""`python -m bot …`"""

if __name__ == "__main__":
    # Processes that read and make documents import this module again; they must not carry the whole bot.
    from bot.commands.cli import main

    main()
