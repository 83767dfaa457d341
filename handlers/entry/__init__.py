"""The door: which feature an update is for, and the way of its answer."""
