"""Bản gợi ý: whole sentences only, within the limit of the channel, each with what it rests on."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.content.first_drafts import first_draft
from lantoa.content.models import EditionKind
from lantoa.content.rules.within_channel_limit import problems_with_length
from lantoa.language.words import sentences

GREETING = {"id": 1, "text": "Kính thưa bà con khu phố 3.", "no_source_why": "lời chào mở đầu"}
CARD = {
    "id": 2,
    "text": "Hộ nghèo được cấp thẻ bảo hiểm y tế miễn phí. Thẻ dùng được ở trạm y tế và bệnh viện.",
    "no_source_why": "",
}
LOAN = {"id": 3, "text": "Hộ cận nghèo được vay vốn làm ăn với lãi suất ưu đãi.", "no_source_why": ""}
WHERE = {"id": 4, "text": "Bà con hỏi tại bộ phận một cửa của phường.", "no_source_why": "nơi hỏi"}
SCRIPT = [GREETING, CARD, LOAN, WHERE]
CITED = {2, 3}


def test_a_banner_is_the_first_cited_sentence_that_fits() -> None:
    """Băng rôn lấy câu đầu có căn cứ, không lấy lời chào."""
    draft = first_draft("banner", SCRIPT, CITED)

    assert [(p.text, p.sources) for p in draft.parts] == [
        ("Hộ nghèo được cấp thẻ bảo hiểm y tế miễn phí.", (2,))
    ]
    assert draft.note == "Còn 3 đoạn của bài gốc không có trong bản gợi ý."


def test_a_sentence_too_long_gives_way_to_one_that_fits() -> None:
    long = {"id": 2, "text": "Hộ nghèo " + "rất " * 40 + "vui. Thẻ được cấp miễn phí.", "no_source_why": ""}

    assert first_draft("banner", [long], {2}).parts[0].text == "Thẻ được cấp miễn phí."


def test_when_no_sentence_fits_the_draft_is_empty_and_says_why() -> None:
    draft = first_draft("banner", [{"id": 1, "text": "a" * 130 + ".", "no_source_why": ""}], {1})

    assert draft.parts == ()
    assert draft.note == (
        "Chưa gợi ý được câu nào: câu ngắn nhất dài 131 ký tự, băng rôn tối đa 120 ký tự. "
        "Anh chị viết một câu ngắn hơn."
    )


def test_a_text_message_is_one_passage_that_rests_on_all_it_says() -> None:
    [part] = first_draft("sms", SCRIPT, CITED).parts

    assert part.sources == (2, 3, 4)
    assert part.text == f"{CARD['text']} {LOAN['text']} {WHERE['text']}"


def test_every_passage_has_its_first_sentence_before_any_has_its_second() -> None:
    """Tin nhắn ngắn: ý nào cũng có mặt rồi mới nói thêm, câu vẫn đứng đúng thứ tự của bài."""
    long = {
        "id": 2,
        "text": "Hộ nghèo được cấp thẻ. " + "Thẻ rất " * 30 + "tốt. Thẻ dùng ngay.",
        "no_source_why": "",
    }

    [part] = first_draft("sms", [long, LOAN], {2, 3}).parts

    assert part.text == f"Hộ nghèo được cấp thẻ. Thẻ dùng ngay. {LOAN['text']}"


def test_greetings_and_thanks_stay_with_the_listeners() -> None:
    """Câu chỉ để chào, để cảm ơn không lên băng rôn; câu “Thưa bà con, …” có nội dung thì dùng sau cùng."""
    text = "Thưa bà con, từ nay hộ nghèo được cấp thẻ miễn phí. Thẻ dùng ngay. Trân trọng cảm ơn bà con."
    script = {"id": 1, "text": text, "no_source_why": ""}

    assert first_draft("banner", [script], {1}).parts[0].text == "Thẻ dùng ngay."
    assert first_draft("sms", [script], {1}).parts[0].text == text.removesuffix(" Trân trọng cảm ơn bà con.")


def test_a_leaflet_takes_whole_passages_without_the_greeting() -> None:
    draft = first_draft("leaflet", SCRIPT, CITED)

    assert [(p.text, p.why) for p in draft.parts] == [
        (CARD["text"], ""),
        (LOAN["text"], ""),
        (WHERE["text"], "nơi hỏi"),
    ]


def test_a_leaflet_thanks_nobody_for_listening() -> None:
    """Lời cảm ơn bà con đã lắng nghe ở lại với loa; phần còn lại của đoạn vẫn đủ câu."""
    where = {**WHERE, "text": WHERE["text"] + " Trân trọng cảm ơn bà con đã lắng nghe."}

    assert first_draft("leaflet", [CARD, where], {2}).parts[1].text == WHERE["text"]
    assert first_draft("radio", [CARD, where], {2}).parts[1].text == where["text"]


@pytest.mark.parametrize("kind", ["radio", "web", "talk"])
def test_what_is_told_at_length_takes_everything(kind: str) -> None:
    draft = first_draft(kind, SCRIPT, CITED)

    assert [part.text for part in draft.parts] == [block["text"] for block in SCRIPT]
    assert draft.note == ""


HEADING = {"id": 5, "text": "Ai được cấp thẻ?", "no_source_why": "tiêu đề", "kind": "heading"}
LIST = {"id": 6, "text": "Hộ nghèo\nHộ cận nghèo", "no_source_why": "", "kind": "list"}


def test_passages_keep_their_form_where_the_channel_knows_it() -> None:
    """Tiêu đề, danh sách của trang tin sang tờ rơi còn nguyên; lên loa thì thành lời đọc."""
    page = [HEADING, LIST]

    assert [p.kind for p in first_draft("leaflet", page, {6}).parts] == ["list"]
    assert [p.kind for p in first_draft("web", page, {6}).parts] == ["heading", "list"]
    assert [p.kind for p in first_draft("radio", page, {6}).parts] == ["paragraph", "paragraph"]


def test_a_talk_outline_has_points_with_minutes() -> None:
    parts = first_draft("talk", [HEADING, {**CARD, "text": CARD["text"] * 12}], {2}).parts

    assert [(part.kind, part.minutes) for part in parts] == [("heading", None), ("point", 2)]


def test_the_first_words_of_a_poster_are_its_headline() -> None:
    assert [p.kind for p in first_draft("poster", SCRIPT, CITED).parts] == [
        "heading",
        "paragraph",
        "paragraph",
    ]


WORDS = st.lists(
    st.sampled_from(["Hộ", "nghèo", "được", "vay", "vốn", "TP.", "1.250.000", "đồng"]), max_size=40
)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(["Bà", *words, "nhé."])), min_size=1, max_size=6).map(
    " ".join
)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.sets(st.integers(1, 6)), st.sampled_from(EditionKind))
def test_no_sentence_is_cut_and_the_limit_is_kept(
    texts: list[str], cited: set[int], kind: EditionKind
) -> None:
    """Mọi câu trong bản gợi ý là một câu trọn của bài gốc; bản gợi ý không bao giờ dài quá kênh."""
    blocks: list[dict[str, Any]] = [
        {"id": n, "text": text, "no_source_why": ""} for n, text in enumerate(texts, 1)
    ]
    draft = first_draft(kind, blocks, cited)

    said = {block["id"]: sentences(block["text"]) for block in blocks}
    for part in draft.parts:
        rest = part.text
        for sentence in [one for source in part.sources for one in said[source]]:
            rest = rest.removeprefix(sentence).strip()
        assert rest == ""
    assert problems_with_length(kind, "\n\n".join(part.text for part in draft.parts)) == []
    assert draft.parts or draft.note
