"""The running program: settings, composition root, intake of updates, sending, command line, health."""
