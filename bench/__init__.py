"""Measurements as ratios: the real bot against a bare echo, on the same server, in the same run."""
