"""Nhịp đọc của đài là nhịp người đọc được, và có nguồn: đo từ bài đã phát, hoặc ghi trong quy chế.

Căn cứ: thực tế của đài, không phải quy định pháp luật; quy chế hoạt động của từng đài nếu có ghi.
"""

from lantoa.common.problems import Problem

SLOWEST, FASTEST = 60, 300  # words a minute; what lies outside is a slip of the keyboard


def problems_with_pace(words_a_minute: int, source: str) -> list[Problem]:
    """Can a person read so fast or slowly, and does somebody say where the figure comes from?"""
    found = []
    if not SLOWEST <= words_a_minute <= FASTEST:
        says = f"Nhịp đọc phải từ {SLOWEST} đến {FASTEST} từ một phút."
        found.append(Problem("pace", says, "words_a_minute"))
    if not source.strip():
        says = "Ghi con số này từ đâu, ví dụ: đo từ ba bài đã phát."
        found.append(Problem("pace_source", says, "source"))
    return found
