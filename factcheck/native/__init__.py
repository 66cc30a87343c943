"""The opt-in build that compiles what reads and judges; nothing of it is in a wheel or used at run time."""
