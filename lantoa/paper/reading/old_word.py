"""Old Word files (.doc), opened by antiword in the bounded room."""

from lantoa.paper.bounded import Limits, Room
from lantoa.paper.refusal import Unreadable

UNREADABLE = (
    "Không đọc được tệp Word đời cũ (.doc) này. "
    "Hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi thử lại."
)


def open_old_word(room: Room, limits: Limits) -> str:
    """The name of the file in the room that holds the paper as DocBook. Raises Unreadable."""
    done = room.program("antiword", "-m", "UTF-8.txt", "-x", "db", "input", limits=limits)
    if not done or (room.place / "output").stat().st_size < 400:
        raise Unreadable(UNREADABLE)
    return "output"
