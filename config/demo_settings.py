"""The settings under which the demo year is told: the same house, and a clock that the story may move.

Only `lantoa demo` loads the story under these; what it then serves runs under `config.settings`.
"""

from config.settings import *  # noqa: F403

MOVABLE_CLOCK = True
