"""What comes from Telegram: kept first, then answered.

`polling` or `web` takes updates, `inbox` keeps them and hands them on in order; `fetching` brings files of evidence.
"""
