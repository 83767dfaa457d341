"""Who and what: people, posts, obligations, editions, cards, requests."""
